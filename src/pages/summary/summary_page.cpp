#include "pages/summary/summary_page.hpp"

#include "pages/fill.hpp"
#include "pages/shell.hpp"
#include "pages/summary/summary_words.hpp"
#include "pages/templates.hpp"
#include "pages/texts.hpp"
#include "wire/words/figures.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

std::string lasted(std::int64_t minutes, Language language)
{
    return words::span_of(std::chrono::minutes{minutes}, language);
}

std::string sentence_of(Summary const& summary, SummaryWords const& say, Language language)
{
    auto const time = lasted(summary.minutes, language);
    if (summary.incidents == 0)
        return std::string{say.quiet};
    if (summary.incidents == 1)
        return fmt::format(fmt::runtime(say.one_incident), time);
    return fmt::format(fmt::runtime(say.incidents_were), summary.incidents, time);
}

std::string kept_in_words(Kept const& kept, SummaryWords const& say)
{
    return kept.of == 0 ? std::string{say.nothing}
                        : fmt::format(fmt::runtime(say.kept), kept.kept, kept.of, kept.percent);
}

JsonArray figures_of(Summary const& summary, SummaryWords const& say, Language language)
{
    JsonArray figures;
    auto const add = [&](std::string_view name, std::string const& value) {
        figures.push_back(JsonObject{{"name", name}, {"value", value}});
    };
    add(say.incidents, std::to_string(summary.incidents));
    add(say.trouble, lasted(summary.minutes, language));
    if (!summary.lowest.empty())
        add(say.lowest, words::figure(summary.lowest, language) + " %");
    add(say.next_words, kept_in_words(summary.next_words, say));
    add(say.times, kept_in_words(summary.times, say));
    return figures;
}

JsonArray services_of(Summary const& summary, Language language)
{
    JsonArray services;
    for (auto const& service : summary.services)
        services.push_back(JsonObject{
            {"name", service.name},
            {"shown", words::figure(service.shown, language)},
            {"down", words::span_of(std::chrono::seconds{service.down_s}, language)}});
    return services;
}

JsonArray incidents_of(Summary const& summary, SummaryWords const& say, Language language)
{
    JsonArray incidents;
    for (auto const& incident : summary.longest) {
        incidents.push_back(JsonObject{
            {"title", incident.title},
            {"when", words::short_moment(incident.started_at, {.language = language}, summary.to)},
            {"lasted", lasted(incident.minutes, language)},
            {"open", incident.is_open ? Json(JsonObject{{"text", say.not_over}}) : Json(nullptr)}});
    }
    return incidents;
}

// Nothing where none are left out.
Json others(std::int64_t count, std::string_view text)
{
    if (count == 0)
        return nullptr;
    return JsonObject{{"text", fmt::format(fmt::runtime(text), count)}};
}

// Where the list is not full, the others are those that were always well.
Json other_services(Summary const& summary, SummaryWords const& say)
{
    bool const is_full = summary.services.size() == most_summary_services;
    return others(summary.other_services, is_full ? say.other_services : say.others_well);
}

}  // namespace

std::string render(Summary const& summary, accounts::ResolvedBrand const& brand, Language language)
{
    auto const& say = summary_words_in(language);
    auto const title = words::month_of(summary.from, {.language = language});
    return in_shell(
        {.language = language,
         .brand = brand,
         .title = fmt::format("{} · {}", title, brand.name),
         .content = fill(
             templates::summary_html,
             {{"words", labels_in(language)},
              {"say",
               JsonObject{
                   {"figures", say.figures},
                   {"services", say.services},
                   {"incidents", say.incidents}}},
              {"home", home_of(brand, language)},
              {"title", title},
              {"sentence", sentence_of(summary, say, language)},
              {"figures", figures_of(summary, say, language)},
              {"services", services_of(summary, language)},
              {"has_services", !summary.services.empty()},
              {"other_services", other_services(summary, say)},
              {"incidents", incidents_of(summary, say, language)},
              {"has_incidents", !summary.longest.empty()},
              {"other_incidents", others(summary.other_incidents, say.other_incidents)}})});
}

}  // namespace tellfirst::pages
