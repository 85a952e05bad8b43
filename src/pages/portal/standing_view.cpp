#include "pages/portal/standing_view.hpp"

#include "pages/portal/portal_words.hpp"
#include "wire/words/figures.hpp"

namespace tellfirst::pages {
namespace {

std::string month_of(status::Standing const& standing, View const& view)
{
    return words::month_of(
        standing.from, {.language = view.reader.language, .zone = standing.zone});
}

// Of some seconds in a month of which nobody knows, a per cent would pretend to be the month's.
template <class Counted>
bool has_figure(Counted const& counted)
{
    return !counted.shown.empty() && counted.unknown_s <= counted.counted_s;
}

template <class Counted>
std::string unknown_span(Counted const& counted, View const& view)
{
    return words::span_of(std::chrono::seconds{counted.unknown_s}, view.reader.language);
}

// "not known for 27 days"; "" where all is known.
template <class Counted>
std::string unknown_words(Counted const& counted, View const& view)
{
    if (counted.unknown_s == 0)
        return {};
    return say(
        portal_words_in(view.reader.language).unknown_for,
        fmt::arg("span", unknown_span(counted, view)));
}

// Green, or red where it is violated; neither where nothing was promised or too little counted yet.
JsonObject verdict(status::Standing const& standing, PortalWords const& say)
{
    bool const is_judged = standing.target && (standing.is_violated || has_figure(standing));
    if (!is_judged)
        return {{"tone", "unk"}, {"icon", "unknown"}, {"verdict", nullptr}};
    if (standing.is_violated)
        return {
            {"tone", "bad"}, {"icon", "major"}, {"verdict", JsonObject{{"text", say.violated}}}};
    return {{"tone", "ok"}, {"icon", "operational"}, {"verdict", JsonObject{{"text", say.kept}}}};
}

std::string shown_in(status::Standing const& standing, View const& view)
{
    return words::figure(standing.shown, view.reader.language);
}

std::string target_in(status::Standing const& standing, View const& view)
{
    return words::figure(*standing.target, view.reader.language);
}

std::string reached(status::Standing const& standing, PortalWords const& say, View const& view)
{
    auto const shown = shown_in(standing, view);
    auto const named = month_of(standing, view);
    auto const month = fmt::arg("month", named);  // refers to it
    if (standing.unknown_s == 0)
        return standing.shown.empty() ? pages::say(say.no_figure, month)
                                      : pages::say(say.reached, fmt::arg("shown", shown), month);
    auto const unknown = unknown_span(standing, view);
    return pages::say(
        has_figure(standing) ? say.of_known : say.too_little_known, fmt::arg("shown", shown), month,
        fmt::arg("span", unknown));
}

std::string sentence(status::Standing const& standing, PortalWords const& say, View const& view)
{
    auto const plan = fmt::arg("plan", standing.plan_name);
    auto const text = reached(standing, say, view) + ' ';
    if (!standing.target)
        return text + pages::say(say.not_promised, plan);
    auto const target = target_in(standing, view);
    return text + pages::say(say.promised, plan, fmt::arg("target", target));
}

std::string rest(status::Standing const& standing, PortalWords const& say)
{
    bool const is_unknown = standing.unknown_s > standing.counted_s && !standing.is_violated;
    if (!standing.target || is_unknown)
        return {};
    auto const left = std::chrono::seconds{standing.left_s};
    auto const span = words::exact_span_of(standing.is_violated ? -left : left);
    return pages::say(standing.is_violated ? say.missed_by : say.left, fmt::arg("span", span));
}

JsonArray services_of(status::Standing const& standing, View const& view)
{
    JsonArray services;
    for (auto const& service : standing.services)
        services.push_back(JsonObject{
            {"name", service.name},
            {"shown",
             if_said(
                 has_figure(service) ? words::figure(service.shown, view.reader.language) : "")},
            {"unknown", if_said(unknown_words(service, view))},
            {"down", words::exact_span_of(std::chrono::seconds{service.down_s})}});
    return services;
}

// "99.95 %, 99.9 % were promised, not known for 3 h"
std::string figure(status::Standing const& standing, View const& view)
{
    auto const& texts = portal_words_in(view.reader.language);
    auto const unknown = unknown_words(standing, view);
    if (!has_figure(standing))
        return unknown.empty() ? std::string{texts.month_empty} : unknown;
    auto const named = shown_in(standing, view);
    auto const shown = fmt::arg("shown", named);
    auto const target = standing.target ? target_in(standing, view) : "";
    auto const reached = standing.target
                             ? say(texts.month_promised, shown, fmt::arg("target", target))
                             : say(texts.month_reached, shown);
    return unknown.empty() ? reached : reached + ", " + unknown;
}

}  // namespace

JsonObject standing_view(status::Standing const& standing, View const& view)
{
    auto const& say = portal_words_in(view.reader.language);
    auto filled = verdict(standing, say);
    filled["sentence"] = sentence(standing, say, view);
    filled["rest"] = if_said(rest(standing, say));
    filled["services"] = services_of(standing, view);
    filled["has_services"] = !standing.services.empty();
    filled["counted"] = pages::say(say.how_counted, fmt::arg("zone", standing.zone));
    return filled;
}

JsonObject month_view(status::Standing const& standing, View const& view)
{
    auto const& say = portal_words_in(view.reader.language);
    auto filled = verdict(standing, say);
    filled["month"] = month_of(standing, view);
    filled["figure"] = figure(standing, view);
    return filled;
}

}  // namespace tellfirst::pages
