#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"

namespace tellfirst::status {

Result<Incident>
resolve(Call& call, IncidentId id, Resolve const& wish, std::optional<std::int64_t> version)
{
    if (trim(wish.text).empty())
        return invalid(
            "incident.needs_closing_text", "text",
            "Say what happened: those who were hit want to know (R-18).");
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->resolved_at)
        return *incident;  // said twice: the answer got lost, not the fact
    if (version && *version != incident->version)
        return stale();

    incident->state = IncidentState::resolved;
    incident->resolved_at = call.now;
    incident->when = {};
    incident->overdue = false;
    incident->overdue_since.reset();
    store::save_incident(call.tx, *incident);
    store::release(call.tx, id, call.now);
    say(call, *incident,
        {.state = IncidentState::resolved,
         .text = wish.text,
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    return *incident;
}

}  // namespace tellfirst::status
