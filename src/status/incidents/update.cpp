#include "status/incidents/incident_store.hpp"
#include "status/incidents/when.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"

namespace tellfirst::status {
namespace {

// The services that the word names take their new states; the others stay as they were.
void touch_changed(Call& call, Incident& incident, std::vector<Touched> const& named)
{
    for (auto const& touched : named) {
        auto const known = std::ranges::find(incident.services, touched.service, &Touched::service);
        if (known != incident.services.end() && known->state == touched.state)
            continue;
        store::touch(call.tx, incident.id, touched, call.now);
        if (known == incident.services.end())
            incident.services.push_back(touched);
        else
            known->state = touched.state;
    }
    std::ranges::sort(incident.services, {}, &Touched::service);  // as it is read later
}

}  // namespace

Result<Incident>
update(Call& call, IncidentId id, NewUpdate const& wish, std::optional<std::int64_t> version)
{
    if (wish.state == IncidentState::resolved)
        return resolve(
            call, id, {.text = wish.text, .notify = wish.notify, .undo_s = wish.undo_s}, version);
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->resolved_at)
        return Problem{
            .kind = Refusal::conflict,
            .code = "incident.resolved",
            .detail = "This incident is resolved. Publish a new one."};
    if (version && *version != incident->version)
        return stale();
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good.error();
    if (wish.services) {
        if (auto const good = check_services(call.tx, *wish.services); !good)
            return good.error();
    }
    auto const when = when_of(wish.eta, wish.next_word_at, call.now);
    if (!when)
        return when.error();

    incident->state = wish.state;
    incident->when = *when;
    incident->overdue = false;
    incident->overdue_since.reset();
    if (wish.services)
        touch_changed(call, *incident, *wish.services);
    store::save_incident(call.tx, *incident);
    say(call, *incident,
        {.state = wish.state,
         .text = wish.text,
         .when = *when,
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    return *incident;
}

}  // namespace tellfirst::status
