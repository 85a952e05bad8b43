#include "pages/view/blocks_view.hpp"

#include "pages/headline.hpp"
#include "pages/view/incident_view.hpp"
#include "pages/view/issue_view.hpp"
#include "pages/view/service_rows.hpp"
#include "pages/view/window_view.hpp"

namespace tellfirst::pages {
namespace {

template <class Item, class ViewOf>
JsonArray views(std::vector<Item> const& items, ViewOf const& view_of_item)
{
    JsonArray list;
    for (auto const& item : items)
        list.push_back(view_of_item(item));
    return list;
}

// What keeps us from saying that nothing is wrong: it would be a claim that we cannot make.
std::string doubt_of(StatusPage const& page, View const& view)
{
    if (page.services.empty())
        return std::string{view.texts().nothing_listed};
    return unknown_sentence(page.services, view.reader.language);
}

}  // namespace

JsonObject blocks_view(StatusPage const& page, View const& view)
{
    auto const state =
        page.services.empty() ? status::ServiceState::unknown : overall(page.services);
    auto windows = windows_view(page.windows, view);
    bool const has_now = !page.incidents.empty() || !windows.running.empty();
    auto const doubt = doubt_of(page, view);
    bool const has_planned = !windows.planned.empty() || !page.series.empty();
    bool const has_bars = std::ranges::any_of(
        page.services, [](auto const& service) { return !service.days.empty(); });
    return {
        {"tone", tone_of(state)},
        {"icon", name_of(state)},
        {"now", views(page.incidents, [&](auto const& one) { return open_view(one, view); })},
        {"running", std::move(windows.running)},
        {"doubt", if_said(doubt)},
        {"is_calm", !has_now && doubt.empty()},
        {"known", views(page.issues, [&](auto const& one) { return issue_view(one, view); })},
        {"planned", std::move(windows.planned)},
        {"series", views(page.series, [&](auto const& one) { return series_view(one, view); })},
        {"has_planned", has_planned},
        {"past", views(page.past, [&](auto const& one) { return past_view(one, view); })},
        {"has_past", !page.past.empty()},
        {"services", service_rows(page.services, view)},
        {"has_services", !page.services.empty()},
        {"has_bars", has_bars}};
}

}  // namespace tellfirst::pages
