#include "notify/webhooks/statuspage_body.hpp"

#include "wire/statuspage/documents.hpp"

// A webhook knows what its announcement says and no more. So the page's indicator speaks of the
// services that the announcement is about.
namespace tellfirst::notify {
namespace {

using statuspage::Component;
using statuspage::ComponentStatus;
using statuspage::Impact;
using statuspage::IncidentStatus;

ComponentStatus component_status(std::string_view service_state)
{
    if (service_state == "degraded" || service_state == "unknown")
        return ComponentStatus::degraded_performance;
    if (service_state == "partial")
        return ComponentStatus::partial_outage;
    if (service_state == "major")
        return ComponentStatus::major_outage;
    if (service_state == "maintenance")
        return ComponentStatus::under_maintenance;
    return ComponentStatus::operational;
}

Impact impact_of(Announcement const& words)
{
    if (words.about.is_window())
        return Impact::maintenance;
    switch (component_status(words.service_state)) {
    case ComponentStatus::operational: return Impact::none;
    case ComponentStatus::degraded_performance: return Impact::minor;
    case ComponentStatus::partial_outage: return Impact::major;
    case ComponentStatus::major_outage: return Impact::critical;
    case ComponentStatus::under_maintenance: return Impact::maintenance;
    }
    return Impact::none;
}

IncidentStatus status_of(Announcement const& words)
{
    if (words.about.is_window()) {
        if (words.state == "started" || words.state == "extended")
            return IncidentStatus::in_progress;
        bool const is_over = words.state == "finished" || words.state == "cancelled";
        return is_over ? IncidentStatus::completed : IncidentStatus::scheduled;
    }
    if (words.state == "review")
        return IncidentStatus::postmortem;
    return parse_enum<IncidentStatus>(words.state).value_or(IncidentStatus::investigating);
}

// The 12 letters of an id, without its prefix.
std::string letters(std::string const& id)
{
    return id.substr(id.find('_') + 1);
}

std::string page_of(accounts::ResolvedBrand const& brand)
{
    return brand.url + "/";
}

// Those that it is about, each with its own state. Since when there are such services is not known
// here.
std::vector<Component> components_of(PayloadOf const& of, Announcement const& words)
{
    std::vector<Component> components;
    for (auto const& service : words.named.value_or(std::vector<NamedService>{}))
        if (service.service)
            components.push_back(
                {.id = id_letters(service.service->value()),
                 .name = service.name,
                 .status = component_status(service.state),
                 .created_at = of.said_at,
                 .updated_at = of.said_at,
                 .position = std::ssize(components) + 1,
                 .description = {}});
    return components;
}

statuspage::Snapshot snapshot_of(PayloadOf const& of, std::vector<Component> components)
{
    // Beside what this is about there is more, which is fine for all that this word says.
    components.push_back({.id = "", .name = ""});
    return {
        .page =
            {.id = id_letters(of.brand.id.value()),
             .name = of.brand.name,
             .url = of.brand.url,
             .updated_at = of.said_at},
        .components = std::move(components),
        .incidents = {},
        .maintenances = {}};
}

statuspage::Meta meta_of(PayloadOf const& of)
{
    return {
        .unsubscribe = page_of(of.brand),
        .documentation = page_of(of.brand),
        .generated_at = of.said_at};
}

// The dialect has no word for a trial, so that is another incident than the one it is about.
std::string incident_id(PayloadOf const& of, Announcement const& words)
{
    return (of.mark == Mark::test ? "test-" : "") + letters(words.about.text());
}

}  // namespace

JsonObject statuspage_body(PayloadOf const& of, Announcement const& words)
{
    bool const is_window = words.about.is_window();
    auto const status = status_of(words);
    auto components = components_of(of, words);
    statuspage::Incident incident{
        .id = incident_id(of, words),
        .name = marked(of, words.title),
        .status = status,
        .created_at = is_window ? of.said_at : words.started_at,
        .updated_at = of.said_at,
        .monitoring_at = std::nullopt,
        .resolved_at = is_window ? std::nullopt : words.ended_at,
        .impact = impact_of(words),
        .shortlink = page_of(of.brand),
        .started_at = words.started_at,
        .updates =
            {{.id = letters(words.update.text()),
              .status = status,
              .body = words.text,
              .at = of.said_at,
              .affected = {}}},
        .components = {}};
    for (auto const& component : components)
        incident.components.push_back(component.id);
    if (components.empty())
        components.push_back(
            {.id = "", .name = "", .status = component_status(words.service_state)});
    if (is_window)
        incident.schedule = {
            .starts_at = words.started_at, .ends_at = words.ended_at.value_or(words.started_at)};
    return statuspage::incident_webhook(
        meta_of(of), snapshot_of(of, std::move(components)), incident);
}

JsonObject statuspage_ping(PayloadOf const& of)
{
    auto body = statuspage::incident_webhook(meta_of(of), snapshot_of(of, {}), {});
    body.erase("incident");
    return body;
}

}  // namespace tellfirst::notify
