#include "pages/portal/inbox_page.hpp"

#include "pages/portal/inbox_words.hpp"
#include "pages/templates.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::pages {
namespace {

// Among so many of the newest, one that goes on is looked for.
constexpr int looked_through = 10;

Json text_or_none(std::optional<std::string> const& text)
{
    return text ? Json(JsonObject{{"text", *text}}) : Json(nullptr);
}

}  // namespace

std::string path_of(notify::About const& about)
{
    if (about.is_news())
        return {};
    auto const id = about.text();
    return fmt::format(
        "/portal/{}/{}", about.is_window() ? "windows" : "incidents", id.substr(id.find('_') + 1));
}

std::string render(Visitor const& visitor, InboxPage const& inbox)
{
    auto const view = view_of(visitor, inbox.now);
    JsonArray items;
    std::optional<std::string> until;
    for (auto const& item : inbox.items) {
        if (item.unread && !until)
            until = item.id.text();
        items.push_back(JsonObject{
            {"title", item.title},
            {"says", item.says},
            {"markup", if_said(item.about.is_news() ? words::markdown_to_html(item.says) : "")},
            {"href", if_said(path_of(item.about))},
            {"unread", item.unread},
            {"time", time_markup(item.at, view)}});
    }
    return in_portal(
        visitor, {.text = templates::inbox_html,
                  .title = inbox_words_in(view.reader.language).inbox,
                  .values = {
                      {"items", std::move(items)},
                      {"until", text_or_none(until)},
                      {"after", text_or_none(inbox.after)}}});
}

std::optional<News> news_of(Call& call, Visitor const& visitor)
{
    auto const unread = notify::count_unread(call, visitor.contact.id);
    if (unread == 0)
        return std::nullopt;
    News news{.unread = unread};
    auto const items = notify::inbox(
        call, {.contact = visitor.contact.id, .reader = view_of(visitor, call.now).reader},
        std::nullopt, looked_through);
    auto const open =
        std::ranges::find_if(items, [](auto const& item) { return item.unread && item.goes_on; });
    if (open != items.end()) {
        news.says = open->says;
        news.path = path_of(open->about);
    }
    return news;
}

}  // namespace tellfirst::pages
