#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"

namespace tellfirst::status {
namespace {

Result<Incident> find_over(Call& call, IncidentId id)
{
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->state == IncidentState::suspected)
        return conflict(
            "incident.suspected", "This was only suspected: there is nothing to review.");
    if (!incident->resolved_at)
        return conflict("incident.open", "Resolve it first; the review comes after the end.");
    if (incident->merged_into)
        return conflict("incident.merged", "Review the incident that it was merged into.");
    return *incident;
}

}  // namespace

Result<Incident>
review(Call& call, IncidentId id, Review const& wish, std::optional<std::int64_t> version)
{
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    auto incident = find_over(call, id);
    if (!incident)
        return incident;
    auto const& last = incident->updates.front();
    if (last.state == IncidentState::review && last.text == trim(wish.text))
        return incident;  // said twice: the answer got lost, not the fact
    if (version && *version != incident->version)
        return stale();

    incident->state = IncidentState::review;
    if (!incident->reviewed_at)
        incident->reviewed_at = call.now;
    incident->changed_at = call.now;
    store::save_incident(call.tx, *incident);
    say(call, *incident,
        {.state = IncidentState::review,
         .text = wish.text,
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    call.tell(IncidentReviewed{.incident = id});
    return incident;
}

}  // namespace tellfirst::status
