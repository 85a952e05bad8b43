#include "pages/statuspage_api.hpp"

#include "pages/addresses.hpp"
#include "pages/holds.hpp"
#include "pages/newest.hpp"

#include <ranges>

namespace tellfirst::pages {
namespace {

using status::IncidentState;
using status::ServiceState;
using status::WindowState;
using statuspage::ComponentStatus;
using statuspage::Impact;
using statuspage::IncidentStatus;

template <class Id>
std::string letters(Id id)
{
    return id_letters(id.value());
}

// By the worst state that it ever brought.
Impact impact_of(ServiceState worst)
{
    switch (worst) {
    case ServiceState::operational:
    case ServiceState::unknown: return Impact::none;
    case ServiceState::maintenance: return Impact::maintenance;
    case ServiceState::degraded: return Impact::minor;
    case ServiceState::partial: return Impact::major;
    case ServiceState::major: return Impact::critical;
    }
    return Impact::none;
}

IncidentStatus status_of(IncidentState state)
{
    switch (state) {
    case IncidentState::suspected:  // nobody outside sees one
    case IncidentState::investigating: return IncidentStatus::investigating;
    case IncidentState::identified: return IncidentStatus::identified;
    case IncidentState::monitoring: return IncidentStatus::monitoring;
    case IncidentState::resolved: return IncidentStatus::resolved;
    case IncidentState::review: return IncidentStatus::postmortem;
    }
    return IncidentStatus::investigating;
}

IncidentStatus status_of(WindowState state)
{
    switch (state) {
    case WindowState::planned: return IncidentStatus::scheduled;
    case WindowState::started: return IncidentStatus::in_progress;
    case WindowState::finished:
    case WindowState::cancelled: return IncidentStatus::completed;
    }
    return IncidentStatus::completed;
}

template <class Named>
std::vector<std::string> components_of(std::vector<Named> const& services)
{
    std::vector<std::string> ids;
    for (auto const& service : services)
        ids.push_back(letters(service.service));
    return ids;
}

using Names = std::map<ServiceId, std::string>;

// "Group - Component", as they are called in updates.
Names full_names(StatusPage const& page)
{
    Names names;
    std::map<ServiceId, std::string> groups;
    for (auto const* const list : {&page.services, &page.retired})
        for (auto const& service : *list) {
            auto const group = service.parent ? groups.find(*service.parent) : groups.end();
            names[service.id] =
                group == groups.end() ? service.name : group->second + " - " + service.name;
            if (service.is_group)
                groups[service.id] = service.name;
        }
    return names;
}

statuspage::Component component_of(ShownService const& service)
{
    return {
        .id = letters(service.id),
        .name = service.name,
        .status = component_status(service.state),
        .created_at = service.created_at,
        .updated_at = service.created_at,
        .description = service.description,
        .is_group = service.is_group,
        .group = service.parent ? std::optional{letters(*service.parent)} : std::nullopt};
}

// Those that are gone stand in no group any more, and are in no state.
statuspage::Component retired_component(ShownService service)
{
    service.parent.reset();
    service.state = ServiceState::operational;
    return component_of(service);
}

// What an update needs to know of all the rest.
struct Scene {
    Names names;
    Holds holds;
};

// What one thing changed, and when.
struct Word {
    std::string thing;
    Instant at;
    std::span<status::StateChange const> changes;
};

// Changes of services that the reader of this site sees. A component is as bad as the worst that
// holds it, so that the end of one trouble says nothing of the other.
std::vector<statuspage::AffectedComponent> affected_by(Word const& word, Scene const& scene)
{
    std::vector<statuspage::AffectedComponent> affected;
    for (auto const& change : word.changes) {
        auto const name = scene.names.find(change.service);
        if (name == scene.names.end())
            continue;
        auto const rest = state_without(
            {.thing = word.thing, .service = change.service, .at = word.at}, scene.holds);
        affected.push_back(
            {.id = letters(change.service),
             .name = name->second,
             .old_status = component_status(status::worst(change.from, rest)),
             .new_status = component_status(status::worst(change.to, rest))});
    }
    return affected;
}

statuspage::Incident
incident_of(ShownIncident const& incident, Site const& site, Scene const& scene)
{
    statuspage::Incident told{
        .id = letters(incident.id),
        .name = incident.title,
        .status = status_of(incident.state),
        .created_at = incident.created_at,
        .updated_at = incident.changed_at,
        .monitoring_at = incident.monitoring_at,
        .resolved_at = incident.resolved_at,
        .impact = impact_of(incident.worst),
        .shortlink = address_of(site, incident.id, words::Language::en),
        .started_at = incident.started_at,
        .updates = {},
        .components = components_of(incident.services)};
    for (auto const& update : incident.updates)
        told.updates.push_back(
            {.id = letters(update.id),
             .status = status_of(update.state),
             .body = update.text,
             .at = update.at,
             .affected = affected_by(
                 {.thing = incident.id.text(), .at = update.at, .changes = update.changes},
                 scene)});
    return told;
}

// Work takes its services into maintenance when it starts and gives them back when it is finished.
std::vector<status::StateChange> changes_by(WindowState state, ShownWindow const& window)
{
    std::vector<status::StateChange> changes;
    for (auto const& service : window.services) {
        if (state == WindowState::started)
            changes.push_back({.service = service.service, .to = ServiceState::maintenance});
        if (state == WindowState::finished)
            changes.push_back({.service = service.service, .from = ServiceState::maintenance});
    }
    return changes;
}

statuspage::Incident maintenance_of(ShownWindow const& window, Site const& site, Scene const& scene)
{
    statuspage::Incident told{
        .id = letters(window.id),
        .name = window.title,
        .status = status_of(window.state),
        .created_at = window.created_at,
        .updated_at = window.changed_at,
        .resolved_at = window.closed_at,
        .impact = Impact::maintenance,
        .shortlink = address_of(site, window.id, words::Language::en),
        .started_at = window.created_at,
        .updates = {},
        .components = components_of(window.services),
        .schedule = statuspage::Schedule{.starts_at = window.starts_at, .ends_at = window.ends_at}};
    auto before = WindowState::planned;
    for (auto const& said : window.words | std::views::reverse) {  // the oldest first
        bool const is_new = said.state != std::exchange(before, said.state);
        auto const changes =
            is_new ? changes_by(said.state, window) : std::vector<status::StateChange>{};
        told.updates.insert(
            told.updates.begin(),
            {.id = letters(said.id),
             .status = status_of(said.state),
             .body = said.text,
             .at = said.at,
             .affected = affected_by(
                 {.thing = window.id.text(), .at = said.at, .changes = changes}, scene)});
    }
    return told;
}

// When a component's state was last changed by a word.
void note_changes(statuspage::Snapshot& snapshot)
{
    std::map<std::string_view, statuspage::Component*> components;
    for (auto* const list : {&snapshot.components, &snapshot.retired})
        for (auto& component : *list)
            components[component.id] = &component;
    auto const note = [&](statuspage::Update const& update) {
        for (auto const& affected : update.affected) {
            auto& changed_at = components.at(affected.id)->updated_at;
            changed_at = std::max(changed_at, update.at);
        }
    };
    for (auto const* const list : {&snapshot.incidents, &snapshot.maintenances})
        for (auto const& incident : *list)
            std::ranges::for_each(incident.updates, note);
}

// The last change of anything on it, never "now".
Instant last_change(statuspage::Snapshot const& snapshot)
{
    Instant last{};
    for (auto const& component : snapshot.components)
        last = std::max(last, component.updated_at);
    for (auto const* const list : {&snapshot.incidents, &snapshot.maintenances})
        for (auto const& incident : *list)
            last = std::max(last, incident.updated_at);
    return last;
}

}  // namespace

ComponentStatus component_status(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return ComponentStatus::operational;
    case ServiceState::unknown:
    case ServiceState::degraded: return ComponentStatus::degraded_performance;
    case ServiceState::partial: return ComponentStatus::partial_outage;
    case ServiceState::major: return ComponentStatus::major_outage;
    case ServiceState::maintenance: return ComponentStatus::under_maintenance;
    }
    return ComponentStatus::degraded_performance;
}

statuspage::Snapshot snapshot_of(Site const& site)
{
    statuspage::Snapshot snapshot{
        .page = {.id = letters(site.brand.id), .name = site.brand.name, .url = site.base_url}};
    auto const& page = site.page;
    for (auto const& service : page.services) {
        snapshot.components.push_back(component_of(service));
        snapshot.components.back().position = std::ssize(snapshot.components);
    }
    for (auto const& service : page.retired)
        snapshot.retired.push_back(retired_component(service));
    Scene const scene{.names = full_names(page), .holds = holds_of(page)};
    for (auto const& incident : newest(page.latest, page.incidents))
        snapshot.incidents.push_back(incident_of(incident, site, scene));
    for (auto const& window : newest(page.latest_windows, page.windows))
        snapshot.maintenances.push_back(maintenance_of(window, site, scene));
    note_changes(snapshot);
    snapshot.page.updated_at = last_change(snapshot);
    return snapshot;
}

std::vector<Output> print_statuspage_api(Site const& site)
{
    std::vector<Output> outputs;
    for (auto& document : statuspage::documents(snapshot_of(site)))
        outputs.push_back(
            {.path = std::string{document.path},
             .body = std::move(document.body),
             .type = "application/json; charset=utf-8",
             .headers = {{"access-control-allow-origin", "*"}}});
    return outputs;
}

}  // namespace tellfirst::pages
