#include "wire/statuspage/documents.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace tellfirst::statuspage {
namespace {

// As many as Statuspage gives.
constexpr std::size_t most_listed = 50;

Json stamp_or_null(std::optional<Instant> at)
{
    return at ? Json(stamp(*at)) : Json(nullptr);
}

Json text_or_null(std::string const& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

JsonObject to_json(Page const& page)
{
    return {
        {"id", page.id},
        {"name", page.name},
        {"url", page.url},
        {"time_zone", page.time_zone},
        {"updated_at", stamp(page.updated_at)}};
}

JsonObject to_json(Overall const& overall)
{
    return {{"indicator", name_of(overall.indicator)}, {"description", overall.description}};
}

JsonObject to_json(Component const& component, Snapshot const& snapshot)
{
    JsonObject json{
        {"id", component.id},
        {"name", component.name},
        {"status", name_of(component.status)},
        {"created_at", stamp(component.created_at)},
        {"updated_at", stamp(component.updated_at)},
        {"position", component.position},
        {"description", text_or_null(component.description)},
        {"showcase", !component.is_group},
        {"start_date", stamp(component.created_at).substr(0, 10)},
        {"group_id", component.group ? Json(*component.group) : Json(nullptr)},
        {"page_id", snapshot.page.id},
        {"group", component.is_group},
        {"only_show_if_degraded", false}};
    if (component.is_group) {
        JsonArray members;
        for (auto const& other : snapshot.components)
            if (other.group == component.id)
                members.emplace_back(other.id);
        json.emplace("components", std::move(members));
    }
    return json;
}

// Null and never [] where nothing was touched.
Json affected_of(Update const& update)
{
    if (update.affected.empty())
        return nullptr;
    JsonArray list;
    for (auto const& touched : update.affected)
        list.push_back(
            {{"code", touched.id},
             {"name", touched.name},
             {"old_status", name_of(touched.old_status)},
             {"new_status", name_of(touched.new_status)}});
    return list;
}

JsonObject to_json(Update const& update, std::string const& incident)
{
    auto const at = stamp(update.at);
    return {
        {"id", update.id},
        {"status", name_of(update.status)},
        {"body", update.body},
        {"incident_id", incident},
        {"created_at", at},
        {"updated_at", at},
        {"display_at", at},
        {"affected_components", affected_of(update)},
        {"deliver_notifications", true},
        {"custom_tweet", nullptr},
        {"tweet_id", nullptr}};
}

JsonArray touched_components(Incident const& incident, Snapshot const& snapshot)
{
    JsonArray components;
    for (auto const* const list : {&snapshot.components, &snapshot.retired})
        for (auto const& component : *list)
            if (std::ranges::find(incident.components, component.id) != incident.components.end())
                components.push_back(to_json(component, snapshot));
    return components;
}

JsonObject to_json(Incident const& incident, Snapshot const& snapshot)
{
    JsonArray updates;
    for (auto const& update : incident.updates)
        updates.push_back(to_json(update, incident.id));
    JsonObject json{
        {"id", incident.id},
        {"name", incident.name},
        {"status", name_of(incident.status)},
        {"created_at", stamp(incident.created_at)},
        {"updated_at", stamp(incident.updated_at)},
        {"monitoring_at", stamp_or_null(incident.monitoring_at)},
        {"resolved_at", stamp_or_null(incident.resolved_at)},
        {"impact", name_of(incident.impact)},
        {"shortlink", incident.shortlink},
        {"started_at", stamp(incident.started_at)},
        {"page_id", snapshot.page.id},
        {"incident_updates", std::move(updates)},
        {"components", touched_components(incident, snapshot)}};
    if (incident.schedule) {
        json.emplace("scheduled_for", stamp(incident.schedule->starts_at));
        json.emplace("scheduled_until", stamp(incident.schedule->ends_at));
    }
    return json;
}

// What stands in several documents is written once and put together as text.
struct Written {
    IncidentStatus status = IncidentStatus::investigating;
    std::string json;
};

std::vector<Written> written(std::vector<Incident> const& incidents, Snapshot const& snapshot)
{
    std::vector<Written> all;
    for (auto const& incident : incidents)
        all.push_back({.status = incident.status, .json = write_json(to_json(incident, snapshot))});
    return all;
}

std::string listed(std::vector<std::string_view> const& items)
{
    return fmt::format("[{}]", fmt::join(items, ","));
}

std::string those(std::vector<Written> const& incidents, bool (*wanted)(IncidentStatus))
{
    std::vector<std::string_view> items;
    for (auto const& incident : incidents)
        if (wanted(incident.status))
            items.push_back(incident.json);
    return listed(items);
}

std::string latest(std::vector<Written> const& incidents)
{
    std::vector<std::string_view> items;
    for (auto const& incident : std::span{incidents}.first(std::min(incidents.size(), most_listed)))
        items.push_back(incident.json);
    return listed(items);
}

std::string components_of(Snapshot const& snapshot)
{
    JsonArray list;
    for (auto const& component : snapshot.components)
        list.push_back(to_json(component, snapshot));
    return write_json(list);
}

bool is_unresolved(IncidentStatus status)
{
    return status == IncidentStatus::investigating || status == IncidentStatus::identified ||
           status == IncidentStatus::monitoring;
}

bool is_upcoming(IncidentStatus status)
{
    return status == IncidentStatus::scheduled;
}

bool is_active(IncidentStatus status)
{
    return status == IncidentStatus::in_progress || status == IncidentStatus::verifying;
}

bool is_due(IncidentStatus status)
{
    return is_upcoming(status) || is_active(status);
}

// {"page": .., "incidents": ..}: an object of values that are written already.
std::string
document(std::initializer_list<std::pair<std::string_view, std::string_view>> const& members)
{
    std::vector<std::string> written;
    for (auto const& [name, json] : members)
        written.push_back(fmt::format("\"{}\":{}", name, json));
    return fmt::format("{{{}}}", fmt::join(written, ","));
}

JsonObject page_of_webhook(Snapshot const& snapshot)
{
    auto const whole = overall(snapshot.components);
    return {
        {"id", snapshot.page.id},
        {"status_indicator", name_of(whole.indicator)},
        {"status_description", whole.description}};
}

JsonObject to_json(Meta const& meta)
{
    return {
        {"unsubscribe", meta.unsubscribe},
        {"documentation", meta.documentation},
        {"generated_at", stamp(meta.generated_at)}};
}

}  // namespace

std::string stamp(Instant at)
{
    auto const second = std::chrono::floor<std::chrono::seconds>(at);
    auto const rest = std::chrono::floor<std::chrono::milliseconds>(at - second);
    auto const text = to_rfc3339(second);
    return fmt::format("{}.{:03}Z", text.substr(0, text.size() - 1), rest.count());
}

std::vector<Document> documents(Snapshot const& snapshot)
{
    auto const page = write_json(to_json(snapshot.page));
    auto const status = write_json(to_json(overall(snapshot.components)));
    auto const components = components_of(snapshot);
    auto const incidents = written(snapshot.incidents, snapshot);
    auto const maintenances = written(snapshot.maintenances, snapshot);
    auto const with = [&page](std::string_view name, std::string const& json) {
        return document({{"page", page}, {name, json}});
    };
    constexpr std::string_view planned = "scheduled_maintenances";
    return {
        {"/api/v2/summary.json", document(
                                     {{"page", page},
                                      {"components", components},
                                      {"incidents", those(incidents, is_unresolved)},
                                      {planned, those(maintenances, is_due)},
                                      {"status", status}})},
        {"/api/v2/status.json", with("status", status)},
        {"/api/v2/components.json", with("components", components)},
        {"/api/v2/incidents.json", with("incidents", latest(incidents))},
        {"/api/v2/incidents/unresolved.json", with("incidents", those(incidents, is_unresolved))},
        {"/api/v2/scheduled-maintenances.json", with(planned, latest(maintenances))},
        {"/api/v2/scheduled-maintenances/upcoming.json",
         with(planned, those(maintenances, is_upcoming))},
        {"/api/v2/scheduled-maintenances/active.json",
         with(planned, those(maintenances, is_active))}};
}

JsonObject
component_webhook(Meta const& meta, Snapshot const& snapshot, ComponentChange const& change)
{
    auto const component = std::ranges::find(snapshot.components, change.component, &Component::id);
    if (component == snapshot.components.end())
        throw std::logic_error{"a webhook about a component that is not on the page"};
    return {
        {"meta", to_json(meta)},
        {"page", page_of_webhook(snapshot)},
        {"component", to_json(*component, snapshot)},
        {"component_update",
         {{"old_status", name_of(change.old_status)},
          {"new_status", name_of(change.new_status)},
          {"created_at", stamp(change.at)},
          {"component_type", "Component"},
          {"id", change.id},
          {"component_id", change.component}}}};
}

JsonObject incident_webhook(Meta const& meta, Snapshot const& snapshot, Incident const& incident)
{
    return {
        {"meta", to_json(meta)},
        {"page", page_of_webhook(snapshot)},
        {"incident", to_json(incident, snapshot)}};
}

}  // namespace tellfirst::statuspage
