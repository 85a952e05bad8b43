#include "pages/portal/one_thing.hpp"

#include "kernel/text.hpp"
#include "pages/templates.hpp"
#include "pages/view/incident_view.hpp"
#include "pages/view/issue_view.hpp"
#include "pages/view/window_view.hpp"

namespace tellfirst::pages {
namespace {

template <class Item>
Item const* find(std::vector<Item> const& items, std::string_view id)
{
    auto const found =
        std::ranges::find_if(items, [id](Item const& item) { return item.id.text() == id; });
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::optional<std::string> thing_at(std::string_view path)
{
    static std::map<std::string_view, std::string_view> const prefixes{
        {"incidents", "inc_"}, {"windows", "win_"}, {"issues", "iss_"}};
    auto const parts = split(path, '/');
    if (parts.size() != 4 || parts[1] != "portal")
        return std::nullopt;
    auto const prefix = prefixes.find(parts[2]);
    if (prefix == prefixes.end())
        return std::nullopt;
    return std::string{prefix->second} + std::string{parts[3]};
}

std::optional<std::string> render(OneThing const& thing)
{
    auto const view = view_of(thing.visitor, thing.now);
    auto const page = [&](std::string_view text, std::string_view title, JsonObject values) {
        if (!thing.hand_on.empty())
            values["hand_on"] = thing.hand_on;
        return in_portal(
            thing.visitor, {.text = text, .title = title, .values = std::move(values)});
    };
    if (auto const* incident = find(thing.seen.incidents, thing.id))
        return page(templates::incident_page_html, incident->title, whole_view(*incident, view));
    if (auto const* window = find(thing.seen.windows, thing.id))
        return page(templates::window_page_html, window->title, whole_view(*window, view));
    if (auto const* issue = find(thing.seen.issues, thing.id))
        return page(templates::issue_page_html, issue->title, issue_view(*issue, view));
    return std::nullopt;
}

std::optional<Json> document_of(OneThing const& thing)
{
    if (auto const* incident = find(thing.seen.incidents, thing.id))
        return to_json(*incident);
    if (auto const* window = find(thing.seen.windows, thing.id))
        return to_json(*window);
    if (auto const* issue = find(thing.seen.issues, thing.id))
        return to_json(*issue);
    return std::nullopt;
}

}  // namespace tellfirst::pages
