#include "notify/webhooks/payload.hpp"

#include "kernel/text.hpp"
#include "wire/statuspage/documents.hpp"

// A webhook names services by their names alone: an announcement knows no more of them. So the
// Statuspage dialect lists no components, and its page's indicator speaks of those that the
// announcement is about.
namespace tellfirst::notify {
namespace {

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

statuspage::Snapshot snapshot_of(PayloadOf const& of, ComponentStatus status)
{
    return {
        .page =
            {.id = id_letters(of.brand.id.value()),
             .name = of.brand.name,
             .url = of.brand.url,
             .updated_at = of.said_at},
        // Beside what this is about there is more, which is fine for all that this word says.
        .components = {{.id = "", .name = "", .status = status}, {.id = "", .name = ""}},
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

Json statuspage_body(PayloadOf const& of, Announcement const& words)
{
    bool const is_window = words.about.is_window();
    auto const status = status_of(words);
    statuspage::Incident incident{
        .id = letters(words.about.text()),
        .name = words.title,
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
    if (is_window)
        incident.schedule = {
            .starts_at = words.started_at, .ends_at = words.ended_at.value_or(words.started_at)};
    return statuspage::incident_webhook(
        meta_of(of), snapshot_of(of, component_status(words.service_state)), incident);
}

Json standard_body(PayloadOf const& of, Announcement const& words)
{
    JsonObject data{
        {"id", words.about.text()},
        {"update", words.update.text()},
        {"title", words.title},
        {"state", words.state},
        {"services", to_json(words.service_names)},
        {"service_state", words.service_state},
        {"text", words.text},
        {"when", to_json(words.when)},
        {"started_at", to_json(words.started_at)},
        {"ended_at", to_json(words.ended_at)},
        {"data_safety", to_json(words.data_safety)},
        {"workaround", to_json(words.workaround)},
        {"workaround_url", to_json(words.workaround_url)},
        {"url", page_of(of.brand)}};
    return JsonObject{
        {"type", type_of(words)}, {"timestamp", to_rfc3339(of.said_at)}, {"data", std::move(data)}};
}

std::string written(PayloadOf const& of, Announcement const& words)
{
    switch (of.dialect) {
    case Dialect::standard: return write_json(standard_body(of, words));
    case Dialect::statuspage: return write_json(statuspage_body(of, words));
    }
    return {};
}

}  // namespace

std::string type_of(Announcement const& words)
{
    return (words.about.is_window() ? "window." : "incident.") + words.state;
}

std::string payload(PayloadOf const& of, Announcement const& words)
{
    auto body = written(of, words);
    auto shorter = words;
    // JSON may write a byte as six, so how much must go is found by trying.
    while (body.size() > most_payload_bytes && !shorter.text.empty()) {
        shorter.text.resize(cut_utf8(shorter.text, shorter.text.size() * 3 / 4).size());
        auto shown = shorter;
        shown.text += "\u2026";
        body = written(of, shown);
    }
    return body;
}

std::string ping_payload(PayloadOf const& of, WebhookId webhook)
{
    switch (of.dialect) {
    case Dialect::standard:
        return write_json(JsonObject{
            {"type", "ping"},
            {"timestamp", to_rfc3339(of.said_at)},
            {"data", {{"webhook", webhook.text()}}}});
    case Dialect::statuspage: {
        auto body = statuspage::incident_webhook(
            meta_of(of), snapshot_of(of, ComponentStatus::operational), {});
        body.erase("incident");
        return write_json(body);
    }
    }
    return {};
}

}  // namespace tellfirst::notify
