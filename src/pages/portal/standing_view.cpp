#include "pages/portal/standing_view.hpp"

#include "pages/portal/portal_words.hpp"

namespace tellfirst::pages {
namespace {

std::string month_of(status::Standing const& standing, View const& view)
{
    return words::month_of(
        standing.from, {.language = view.reader.language, .zone = standing.zone});
}

// Green, or red where it is violated; neither where nothing was promised or nothing counted yet.
JsonObject verdict(status::Standing const& standing, PortalWords const& say)
{
    bool const is_judged = standing.target && (standing.is_violated || !standing.shown.empty());
    if (!is_judged)
        return {{"tone", "unk"}, {"icon", "unknown"}, {"verdict", nullptr}};
    if (standing.is_violated)
        return {
            {"tone", "bad"}, {"icon", "major"}, {"verdict", JsonObject{{"text", say.violated}}}};
    return {{"tone", "ok"}, {"icon", "operational"}, {"verdict", JsonObject{{"text", say.kept}}}};
}

std::string sentence(status::Standing const& standing, PortalWords const& say, View const& view)
{
    auto const named = month_of(standing, view);
    auto const month = fmt::arg("month", named);  // refers to it
    auto const plan = fmt::arg("plan", standing.plan_name);
    auto text = standing.shown.empty()
                    ? pages::say(say.no_figure, month)
                    : pages::say(say.reached, fmt::arg("shown", standing.shown), month);
    text += ' ';
    if (!standing.target)
        return text + pages::say(say.not_promised, plan);
    return text + pages::say(say.promised, plan, fmt::arg("target", *standing.target));
}

std::string rest(status::Standing const& standing, PortalWords const& say)
{
    if (!standing.target)
        return {};
    auto const left = std::chrono::seconds{standing.left_s};
    auto const span = words::exact_span_of(standing.is_violated ? -left : left);
    return pages::say(standing.is_violated ? say.missed_by : say.left, fmt::arg("span", span));
}

JsonArray services_of(status::Standing const& standing)
{
    JsonArray services;
    for (auto const& service : standing.services)
        services.push_back(JsonObject{
            {"name", service.name},
            {"shown", if_said(service.shown)},
            {"down", words::exact_span_of(std::chrono::seconds{service.down_s})}});
    return services;
}

}  // namespace

JsonObject standing_view(status::Standing const& standing, View const& view)
{
    auto const& say = portal_words_in(view.reader.language);
    auto filled = verdict(standing, say);
    filled["sentence"] = sentence(standing, say, view);
    filled["rest"] = if_said(rest(standing, say));
    filled["services"] = services_of(standing);
    filled["has_services"] = !standing.services.empty();
    filled["counted"] = pages::say(say.how_counted, fmt::arg("zone", standing.zone));
    return filled;
}

JsonObject month_view(status::Standing const& standing, View const& view)
{
    auto const& say = portal_words_in(view.reader.language);
    auto filled = verdict(standing, say);
    auto const shown = fmt::arg("shown", standing.shown);
    filled["month"] = month_of(standing, view);
    filled["figure"] =
        standing.shown.empty() ? std::string{say.month_empty}
        : standing.target
            ? pages::say(say.month_promised, shown, fmt::arg("target", *standing.target))
            : pages::say(say.month_reached, shown);
    return filled;
}

}  // namespace tellfirst::pages
