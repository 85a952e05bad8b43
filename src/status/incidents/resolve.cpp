#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"

namespace tellfirst::status {
namespace {

// When it was really over. Not before a state that was said of a service since: that would unsay a
// public word in silence; whoever wants that corrects the times, and says why.
Result<Instant> end_of(Call& call, Incident const& incident, Resolve const& wish)
{
    auto const end = wish.ended_at.value_or(call.now);
    if (end > call.now)
        return invalid("incident.ends_later", "ended_at", "This moment is still to come.");
    auto const held = store::holds_since(call.tx, incident.id).value_or(incident.started_at);
    if (end < std::max(held, incident.started_at))
        return invalid(
            "incident.ends_early", "ended_at",
            "It was said to be down later than that. Resolve it, then correct its times.");
    return end;
}

std::vector<StateChange> all_working(Incident const& incident)
{
    std::vector<StateChange> changes;
    for (auto const& touched : incident.services)
        if (touched.state != ServiceState::operational)
            changes.push_back(
                {.service = touched.service,
                 .from = touched.state,
                 .to = ServiceState::operational});
    return changes;
}

}  // namespace

Result<Incident>
resolve(Call& call, IncidentId id, Resolve const& wish, std::optional<std::int64_t> version)
{
    if (trim(wish.text).empty())
        return invalid(
            "incident.needs_closing_text", "text",
            "Say what happened: those who were hit want to know.");
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    if (auto const good = check_workaround(wish.workaround); !good)
        return good.error();
    auto found = store::find_incident(call.tx, id, call.now);
    if (found && found->resolved_at && found->state != IncidentState::suspected)
        return *found;  // said twice: the answer got lost, not the fact
    auto incident = find_open(call, id, version);
    if (!incident)
        return incident;
    auto const end = end_of(call, *incident, wish);
    if (!end)
        return end.error();

    incident->state = IncidentState::resolved;
    incident->resolved_at = *end;
    incident->when = {};
    incident->data_safety = wish.data_safety.value_or(incident->data_safety);
    if (wish.workaround)
        incident->workaround = kept(*wish.workaround);
    incident->changed_at = call.now;
    store::save_incident(call.tx, *incident);
    store::release(call.tx, id, *end);
    say(call, *incident,
        {.state = IncidentState::resolved,
         .text = wish.text,
         .changes = all_working(*incident),
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    return incident;
}

}  // namespace tellfirst::status
