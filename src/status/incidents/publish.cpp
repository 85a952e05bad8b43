#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/when.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/status.hpp"
#include "team/team.hpp"

namespace tellfirst::status {
namespace {

std::optional<PersonId> owner_of(Call const& call, NewIncident const& wish)
{
    if (wish.owner || call.actor.kind != Actor::Kind::person)
        return wish.owner;
    return PersonId{call.actor.id};
}

Result<void> check(Call& call, NewIncident const& wish)
{
    auto const title = trim(wish.title);
    if (title.empty() || title.size() > longest_title)
        return invalid(
            "incident.needs_title", "title", "An incident needs a title of 1 to 200 bytes.");
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good;
    if (wish.owner && !team::find_person(call.tx, *wish.owner))
        return invalid("person.not_found", "owner", "There is no such person.");
    if (wish.started_at && *wish.started_at > call.now)
        return invalid(
            "incident.starts_later", "started_at",
            "An incident has begun already: give the moment when it did, or none.");
    return check_services(call.tx, wish.services);
}

}  // namespace

Result<Incident> publish(Call& call, NewIncident const& wish)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const when = when_of(wish.eta, wish.next_word_at, call.now);
    if (!when)
        return when.error();

    Incident incident{
        .id = call.new_id<IncidentId>(),
        .title = std::string{trim(wish.title)},
        .services = wish.services,
        .when = *when,
        .owner = owner_of(call, wish),
        .started_at = wish.started_at.value_or(call.now),
        .created_at = call.now};
    std::ranges::sort(incident.services, {}, &Touched::service);  // as it is read later
    store::add_incident(call.tx, incident);
    for (auto const& touched : incident.services)
        store::touch(call.tx, incident.id, touched, incident.started_at);
    say(call, incident,
        {.text = wish.text, .when = *when, .notify = wish.notify, .undo_s = wish.undo_s});
    return incident;
}

}  // namespace tellfirst::status
