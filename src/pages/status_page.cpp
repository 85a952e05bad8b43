#include "pages/status_page.hpp"

#include "accounts/accounts.hpp"

namespace tellfirst::pages {
namespace {

// Among so many of the latest incidents are the past ones that a page shows.
constexpr int latest_looked_at = 60;

std::optional<ShownIncident>
shown(status::Incident const& incident, std::vector<status::Service> const& services)
{
    ShownIncident seen{
        .id = incident.id,
        .title = incident.title,
        .state = incident.state,
        .when = incident.when,
        .overdue = incident.overdue,
        .overdue_since = incident.overdue_since,
        .started_at = incident.started_at,
        .resolved_at = incident.resolved_at,
        .updates = incident.updates};
    for (auto const& service : services)
        for (auto const& touched : incident.services)
            if (touched.service == service.id)
                seen.services.push_back(
                    {.service = service.id, .name = service.name, .state = touched.state});
    if (seen.services.empty())
        return std::nullopt;
    return seen;
}

std::vector<ShownIncident> past_of(Found const& found)
{
    std::vector<ShownIncident> past;
    for (auto const& incident : found.latest) {
        if (!incident.resolved_at || *incident.resolved_at + past_shown < found.now)
            continue;
        if (auto seen = shown(incident, found.services))
            past.push_back(*std::move(seen));
    }
    std::ranges::sort(past, std::greater{}, [](auto const& incident) {
        return std::pair{incident.resolved_at, incident.id};
    });
    if (past.size() > most_past)
        past.resize(most_past);
    return past;
}

// Who planned around a window that was cancelled looks for it until it would have been over.
bool is_shown(status::Window const& window, Instant now)
{
    return !window.closed_at ||
           (window.state == status::WindowState::cancelled && window.ends_at > now);
}

std::vector<ShownWindow> windows_of(Found const& found)
{
    std::vector<ShownWindow> windows;
    for (auto const& window : found.windows) {
        if (!is_shown(window, found.now))
            continue;
        ShownWindow seen{
            .id = window.id,
            .title = window.title,
            .state = window.state,
            .services = {},
            .starts_at = window.starts_at,
            .ends_at = window.ends_at,
            .text = window.text};
        for (auto const& service : found.services)
            if (std::ranges::find(window.services, service.id) != window.services.end())
                seen.services.push_back({.service = service.id, .name = service.name});
        if (!seen.services.empty())
            windows.push_back(std::move(seen));
    }
    std::ranges::sort(windows, {}, [](ShownWindow const& window) {
        return std::pair{window.starts_at, window.id};
    });
    return windows;
}

}  // namespace

StatusPage status_page_of(Found const& found)
{
    StatusPage page{.brand = found.brand, .as_of = found.now};
    for (auto const& service : found.services)
        page.services.push_back(
            {.id = service.id,
             .name = service.name,
             .description = service.description,
             .state = service.state});
    for (auto const& incident : found.open)
        if (auto seen = shown(incident, found.services))
            page.incidents.push_back(*std::move(seen));
    page.windows = windows_of(found);
    page.past = past_of(found);
    return page;
}

StatusPage look(Call& call)
{
    auto services = status::services(call.tx);
    std::erase_if(services, [](auto const& service) { return !service.is_public; });
    return status_page_of(
        {.brand = accounts::default_brand(call.tx).name,
         .services = std::move(services),
         .open = status::open_incidents(call.tx, call.now),
         .latest = status::incidents(call.tx, call.now, std::nullopt, latest_looked_at),
         .windows = status::windows(call.tx, std::nullopt, windows_looked_at),
         .now = call.now});
}

std::optional<Instant> next_change(StatusPage const& page)
{
    std::optional<Instant> next;
    for (auto const& incident : page.incidents)
        if (auto const due = status::next_due(incident.when, page.as_of); due)
            next = std::min(next.value_or(*due), *due);
    return next;
}

}  // namespace tellfirst::pages
