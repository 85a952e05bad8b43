#include "pages/summary/summary_words.hpp"

namespace tellfirst::pages {
namespace {

constexpr SummaryWords english{
    .quiet = "There was no trouble.",
    .one_incident = "One incident, {} in all.",
    .incidents_were = "{} incidents, {} in all.",
    .figures = "In figures",
    .incidents = "Incidents",
    .services = "Services that were not always well",
    .trouble = "Time with trouble",
    .lowest = "Availability, lowest of all services",
    .next_words = "Words that came when they were promised",
    .times = "Promised times that were kept",
    .kept = "{} of {} ({} %)",
    .nothing = "none",
    .others_well = "All others were always well.",
    .other_services = "Services that do not fit here: {}.",
    .other_incidents = "Shorter incidents that do not fit here: {}.",
    .not_over = "not over at its end"};

constexpr SummaryWords german{
    .quiet = "Es gab keine Störung.",
    .one_incident = "Eine Störung, zusammen {}.",
    .incidents_were = "{} Störungen, zusammen {}.",
    .figures = "In Zahlen",
    .incidents = "Störungen",
    .services = "Dienste, denen es nicht immer gut ging",
    .trouble = "Zeit mit Störung",
    .lowest = "Verfügbarkeit, niedrigste aller Dienste",
    .next_words = "Nachrichten, die kamen, wann sie versprochen waren",
    .times = "Versprochene Zeiten, die gehalten wurden",
    .kept = "{} von {} ({} %)",
    .nothing = "keine",
    .others_well = "Allen anderen ging es immer gut.",
    .other_services = "Dienste, die hier keinen Platz haben: {}.",
    .other_incidents = "Kürzere Störungen, die hier keinen Platz haben: {}.",
    .not_over = "am Ende nicht vorbei"};

}  // namespace

SummaryWords const& summary_words_in(words::Language language)
{
    return language == words::Language::de ? german : english;
}

}  // namespace tellfirst::pages
