#include "status/incidents/suspect.hpp"

#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/services/weigh.hpp"

namespace tellfirst::status {
namespace {

void close(Call& call, Incident& incident, std::string reason)
{
    incident.resolved_at = call.now;
    incident.changed_at = call.now;
    store::save_incident(call.tx, incident);
    call.tell(IncidentDismissed{.incident = incident.id, .reason = std::move(reason)});
}

}  // namespace

Result<void> check_first_seen(Call const& call, std::optional<FirstSeen> const& first_seen)
{
    if (!first_seen)
        return {};
    if (first_seen->at > call.now)
        return invalid("incident.seen_later", "first_seen.at", "This moment is still to come.");
    if (first_seen->at < call.now - farthest_back)
        return invalid("incident.too_long_ago", "first_seen.at", "This is more than a year ago.");
    if (first_seen->detail.size() > longest_title)
        return invalid("incident.too_long", "first_seen.detail", "This detail is too long.");
    return {};
}

Result<Incident> find_suspected(Call& call, IncidentId id, std::optional<std::int64_t> version)
{
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->state != IncidentState::suspected)
        return conflict("incident.published", "This incident is published already.");
    if (incident->merged_into)
        return conflict("incident.merged", "This is part of another incident by now.");
    if (incident->resolved_at)
        return conflict(
            "incident.dismissed",
            "This was dismissed or passed by itself. Publish a new incident.");
    if (version && *version != incident->version)
        return stale();
    return *incident;
}

Result<Incident> suspect(Call& call, NewSuspicion const& wish)
{
    if (auto const good = check_title(wish.title); !good)
        return good.error();
    if (auto const good = check_first_seen(call, wish.first_seen); !good)
        return good.error();
    if (auto const good = check_trouble(call.tx, wish.services); !good)
        return good.error();
    auto const seen = wish.first_seen.value_or(FirstSeen{.by = SeenBy::us, .at = call.now});
    Incident const incident{
        .id = call.new_id<IncidentId>(),
        .title = std::string{trim(wish.title)},
        .state = IncidentState::suspected,
        .first_seen = seen,
        .started_at = seen.at,
        .created_at = call.now,
        .changed_at = call.now};
    store::add_incident(call.tx, incident);
    for (auto const& touched : wish.services)
        store::suspect(call.tx, incident.id, touched);
    call.tell(IncidentSuspected{.incident = incident.id});
    return store::find_incident(call.tx, incident.id, call.now).value();
}

Result<Incident>
dismiss(Call& call, IncidentId id, Dismiss const& wish, std::optional<std::int64_t> version)
{
    auto const reason = trim(wish.reason);
    if (reason.empty() || reason.size() > longest_title)
        return invalid(
            "incident.needs_reason", "reason", "Say in 1 to 200 bytes why it is no incident.");
    auto const found = store::find_incident(call.tx, id, call.now);
    if (found && found->state == IncidentState::suspected && found->resolved_at &&
        !found->merged_into)
        return *found;
    auto incident = find_suspected(call, id, version);
    if (!incident)
        return incident;
    close(call, *incident, std::string{reason});
    std::vector<ServiceId> judged;
    for (auto const& touched : incident->services)
        judged.push_back(touched.service);
    judge(call, judged);
    return incident;
}

void pass_by(Call& call, ServiceId service)
{
    for (auto const id : store::drafts_of(call.tx, service)) {
        auto draft = store::find_incident(call.tx, id, call.now).value();
        close(call, draft, "It passed by itself.");
    }
}

}  // namespace tellfirst::status
