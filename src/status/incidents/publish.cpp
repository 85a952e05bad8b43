#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/suspect.hpp"
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

Result<void> check_whose(Call& call, NewIncident const& wish)
{
    if (wish.owner && !team::find_person(call.tx, *wish.owner))
        return invalid("person.not_found", "owner", "There is no such person.");
    if (wish.account && !accounts::find_account(call.tx, *wish.account))
        return invalid("account.not_found", "account", "There is no such account.");
    return {};
}

Result<void> check_times(Call const& call, NewIncident const& wish)
{
    if (wish.started_at && *wish.started_at > call.now)
        return invalid(
            "incident.starts_later", "started_at",
            "An incident has begun already: give the moment when it did, or none.");
    if (wish.started_at && *wish.started_at < call.now - farthest_back)
        return invalid("incident.too_long_ago", "started_at", "This is more than a year ago.");
    return check_first_seen(call, wish.first_seen);
}

Result<void> check(Call& call, NewIncident const& wish)
{
    if (auto const good = check_title(wish.title); !good)
        return good;
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good;
    if (auto const good = check_whose(call, wish); !good)
        return good;
    if (auto const good = check_times(call, wish); !good)
        return good;
    if (auto const good = check_workaround(wish.workaround); !good)
        return good;
    return check_trouble(call.tx, wish.services);
}

// What the wish says of the incident, over what was suspected.
void fill(Call const& call, Incident& incident, NewIncident const& wish, notify::When const& when)
{
    incident.title = std::string{trim(wish.title)};
    incident.state = IncidentState::investigating;
    incident.services.clear();
    incident.when = when;
    incident.data_safety = wish.data_safety;
    if (wish.workaround)
        incident.workaround = kept(*wish.workaround);
    incident.account = wish.account;
    if (wish.first_seen)
        incident.first_seen = wish.first_seen;
    incident.owner = owner_of(call, wish);
    incident.started_at = wish.started_at.value_or(incident.started_at);
    incident.changed_at = call.now;
}

// It is saved; from here on everybody knows.
Incident begin(Call& call, Incident incident, NewIncident const& wish)
{
    auto changes = touch_changed(call, incident, wish.services, incident.started_at);
    auto const when = incident.when;
    say(call, incident,
        {.text = wish.text,
         .when = when,
         .changes = std::move(changes),
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    return incident;
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
        .first_seen = FirstSeen{.by = SeenBy::us, .at = call.now},
        .started_at = call.now,
        .created_at = call.now};
    fill(call, incident, wish, *when);
    store::add_incident(call.tx, incident);
    return begin(call, std::move(incident), wish);
}

Result<Incident> publish_suspected(
    Call& call, IncidentId id, NewIncident const& wish, std::optional<std::int64_t> version)
{
    auto incident = find_suspected(call, id, version);
    if (!incident)
        return incident;
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const when = when_of(wish.eta, wish.next_word_at, call.now);
    if (!when)
        return when.error();
    fill(call, *incident, wish, *when);
    store::save_incident(call.tx, *incident);
    return begin(call, *std::move(incident), wish);
}

}  // namespace tellfirst::status
