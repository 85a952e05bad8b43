#include "pages/calendar.hpp"

#include "kernel/digest.hpp"
#include "pages/addresses.hpp"
#include "pages/newest.hpp"
#include "pages/texts.hpp"

namespace tellfirst::pages {
namespace {

using words::Language;

std::vector<ServiceId> ids_of(std::vector<ShownName> const& services)
{
    std::vector<ServiceId> ids;
    for (auto const& service : services)
        ids.push_back(service.service);
    return ids;
}

std::vector<std::string> names_of(std::vector<ShownName> const& services)
{
    std::vector<std::string> names;
    for (auto const& service : services)
        names.push_back(service.name);
    return names;
}

PlannedEvent event_of(ShownWindow const& window, Site const& site, Language language)
{
    bool const is_off = window.state == status::WindowState::cancelled;
    auto const state = words_of(window.state, texts_in(language));
    return {
        .services = ids_of(window.services),
        .event = {
            .uid = uuid_of(window.id.text()),
            .sequence = window.sequence,
            .status = is_off ? ical::EventStatus::cancelled : ical::EventStatus::confirmed,
            .created = window.created_at,
            .changed = window.changed_at,
            .starts = window.starts_at,
            .ends = end_of(window),
            .summary = fmt::format("{}: {}", state, window.title),
            .description = window.text,
            .url = address_of(site, window.id, language),
            .categories = names_of(window.services)}};
}

PlannedEvent event_of(ShownSeries const& series, Site const& site, Language language)
{
    auto const& texts = texts_in(language);
    bool const is_off = series.ended_at.has_value();
    return {
        .services = ids_of(series.services),
        .event = {
            .uid = uuid_of(series.id.text()),
            .sequence = series.sequence,
            .status = is_off ? ical::EventStatus::cancelled : ical::EventStatus::tentative,
            .created = series.created_at,
            .changed = series.changed_at,
            .starts = series.first_at,
            .ends = series.first_at + std::chrono::minutes{series.minutes},
            .summary = fmt::format(
                "{}: {}", is_off ? texts.window_cancelled : texts.reserved, series.title),
            .description = series.text,
            .url = address_of(site, language),
            .categories = names_of(series.services),
            .recurrence = ical::Recurrence{
                .rule = series.rule, .zone = series.zone, .except = series.left_out}}};
}

}  // namespace

std::vector<PlannedEvent> planned_events(Site const& site, Language language)
{
    std::vector<PlannedEvent> events;
    for (auto const& window : newest(site.page.latest_windows, site.page.windows))
        events.push_back(event_of(window, site, language));
    for (auto const* all : {&site.page.series, &site.page.ended_series})
        for (auto const& series : *all)
            events.push_back(event_of(series, site, language));
    return events;
}

}  // namespace tellfirst::pages
