#include "pages/portal/log_page.hpp"

#include "pages/portal/inbox_page.hpp"
#include "pages/portal/log_words.hpp"
#include "pages/templates.hpp"

namespace tellfirst::pages {
namespace {

// His tickets have no page here, sign-in links none at all.
std::string page_of(notify::LoggedNotice const& notice)
{
    auto const about = notify::About::parse(notice.about);
    return about ? path_of(*about) : "";
}

JsonArray outcomes_of(notify::LoggedNotice const& notice, View const& view, LogWords const& words)
{
    JsonArray outcomes;
    for (auto const& delivery : notice.deliveries) {
        std::string outcome{outcome_words(delivery.channel, delivery.state, words)};
        if (delivery.in_digest)
            outcome += fmt::format(", {}", words.in_digest);
        outcomes.push_back(JsonObject{
            {"outcome", std::move(outcome)},
            {"good", delivery.state == notify::State::accepted},
            {"address", delivery.address},
            {"at", if_said(delivery.at ? time_markup(*delivery.at, view) : "")}});
    }
    return outcomes;
}

}  // namespace

std::string render(Visitor const& visitor, LogPage const& log)
{
    auto const view = view_of(visitor, log.now);
    auto const& words = log_words_in(view.reader.language);
    JsonArray items;
    for (auto const& notice : log.items)
        items.push_back(JsonObject{
            {"title", notice.title},
            {"href", if_said(page_of(notice))},
            {"time", time_markup(notice.made_at, view)},
            {"deliveries", outcomes_of(notice, view, words)}});
    return in_portal(
        visitor,
        {.text = templates::deliveries_html,
         .title = words.sent,
         .values = {{"items", std::move(items)}, {"after", if_said(log.after.value_or(""))}}});
}

}  // namespace tellfirst::pages
