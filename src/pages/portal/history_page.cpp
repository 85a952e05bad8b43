#include "pages/portal/history.hpp"
#include "pages/portal/portal_words.hpp"
#include "pages/portal/standing_view.hpp"
#include "pages/templates.hpp"

namespace tellfirst::pages {
namespace {

std::string_view state_words(PastThing const& thing, Texts const& texts)
{
    switch (thing.kind) {
    case PastKind::incident:
        return words_of(parse_enum<status::IncidentState>(thing.state).value(), texts);
    case PastKind::window:
        return words_of(parse_enum<status::WindowState>(thing.state).value(), texts);
    case PastKind::issue: return thing.to ? texts.resolved : texts.known_issue;
    }
    return "";
}

std::string lasted(PastThing const& thing, View const& view)
{
    auto const end = thing.to.value_or(view.now);
    auto const from = time_markup(thing.from, view);
    return say(
        thing.to ? view.texts().lasted : view.texts().since, fmt::arg("from", from),
        fmt::arg("time", from),
        fmt::arg("to", time_markup(end, {.reader = view.reader, .now = thing.from})),
        fmt::arg("span", words::span_of(end - thing.from, view.reader.language)));
}

JsonObject thing_view(PastThing const& thing, View const& view)
{
    auto const& texts = view.texts();
    auto const& say_in = portal_words_in(view.reader.language);
    Json reviewed = nullptr;
    if (thing.reviewed_at)
        reviewed = JsonObject{
            {"html",
             say(say_in.reviewed, fmt::arg("time", time_markup(*thing.reviewed_at, view)))}};
    return {
        {"title", thing.title},
        {"href", thing.path},
        {"state", state_words(thing, texts)},
        {"worst", if_said(std::string{thing.worst ? words_of(*thing.worst, texts) : ""})},
        {"service_names", if_said(names_of(thing.services))},
        {"yours", thing.is_yours_only},
        {"lasted", lasted(thing, view)},
        {"reviewed", std::move(reviewed)}};
}

}  // namespace

std::string render(Visitor const& visitor, History const& history)
{
    auto const view = view_of(visitor, history.as_of);
    JsonArray months;
    for (auto const& month : history.months) {
        auto filled = month_view(month.standing, view);
        JsonArray things;
        for (auto const& thing : month.things)
            things.push_back(thing_view(thing, view));
        filled["id"] = fmt::format("month-{}", months.size());
        filled["has_things"] = !things.empty();
        filled["things"] = std::move(things);
        months.push_back(std::move(filled));
    }
    auto const& say = portal_words_in(view.reader.language);
    return in_portal(
        visitor, {.text = templates::history_html,
                  .title = say.history,
                  .values = {
                      {"account", visitor.account ? visitor.account->name : ""},
                      {"months", std::move(months)}}});
}

}  // namespace tellfirst::pages
