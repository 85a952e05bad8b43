#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/remind.hpp"
#include "status/incidents/voice_store.hpp"
#include "status/incidents/word.hpp"
#include "status/services/severity.hpp"
#include "status/status.hpp"

// Two incidents turn out to be one trouble. The merged one ends, and says so to those who had heard
// of it; what it held stays with it until now, and is held by the other from now on, which says so
// in a word of its own; so is what it was only suspected to have hit, for whoever merges it has
// judged. Whoever had heard of it hears the other's words from here on, and whoever looks for it
// finds the other. Trouble of one account gives nothing of its own to an incident that everybody
// reads.
namespace tellfirst::status {
namespace {

Result<Incident> find_target(Call& call, Incident const& merged, IncidentId id)
{
    if (id == merged.id)
        return invalid("incident.merged_into_itself", "into", "Name another incident.");
    auto target = store::find_incident(call.tx, id, call.now);
    if (!target || target->state == IncidentState::suspected)
        return invalid("incident.not_found", "into", "There is no such published incident.");
    if (target->resolved_at)
        return invalid("incident.resolved", "into", "Merge into an incident that is open.");
    if (target->account && target->account != merged.account)
        return invalid(
            "incident.of_one_account", "into",
            "Of that one only one account knows: merge it into this one instead.");
    return *target;
}

// What the merged one held worse than the other goes on with the other. What a watcher wrote of a
// symptom was never meant for everybody.
std::vector<StateChange> take_over_services(Call& call, Incident& target, Incident const& merged)
{
    std::vector<Touched> worse;
    if (merged.account != target.account)
        return {};
    for (auto touched : merged.services) {
        auto const known = std::ranges::find(target.services, touched.service, &Touched::service);
        auto const held = known == target.services.end() ? ServiceState::operational : known->state;
        if (merged.state == IncidentState::suspected)
            touched.symptom.clear();
        if (severity(touched.state) > severity(held))
            worse.push_back(std::move(touched));
    }
    return touch_changed(call, target, worse, call.now);
}

// Names nothing: not everybody who reads it may know of all services.
constexpr std::string_view hits_more = "It hits more than we said before.";

// Whoever is hit by what was published has heard of it; of what was suspected nobody has.
void say_what_it_took(
    Call& call, Incident& target, Incident const& merged, std::vector<StateChange> changes)
{
    say_between(
        call, target,
        {.state = target.state,
         .text = std::string{hits_more},
         .when = target.when,
         .changes = std::move(changes),
         .notify = merged.state == IncidentState::suspected});
}

void take_over_sighting(Incident& target, Incident const& merged)
{
    if (merged.first_seen && (!target.first_seen || merged.first_seen->at < target.first_seen->at))
        target.first_seen = merged.first_seen;
}

void end(Call& call, Incident& merged, Incident const& target, Merge const& wish)
{
    bool const was_public = merged.state != IncidentState::suspected;
    if (was_public)
        merged.state = IncidentState::resolved;
    merged.resolved_at = call.now;
    merged.merged_into = target.id;
    merged.when = {};
    merged.changed_at = call.now;
    store::save_incident(call.tx, merged);
    store::release(call.tx, merged.id, call.now);
    if (was_public) {
        Update const last{
            .id = call.new_id<UpdateId>(),
            .state = IncidentState::resolved,
            .text = std::string{trim(wish.text)},
            .at = call.now};
        store::add_update(call.tx, merged.id, last);
        if (wish.notify)
            tell_merged(call, merged, target, last);
    }
    auto const about = merged.id.text();
    promises::keep_all(call, promises::Source::next_word, about);
    promises::withdraw_all(call, promises::Source::eta, about, "goes on in " + target.id.text());
    stop_reminders(call, merged.id);
}

}  // namespace

Result<Incident>
merge(Call& call, IncidentId id, Merge const& wish, std::optional<std::int64_t> version)
{
    auto merged = store::find_incident(call.tx, id, call.now);
    if (!merged)
        return not_found("incident");
    if (merged->merged_into && merged->merged_into == wish.into)
        return store::find_incident(call.tx, wish.into, call.now).value();  // said twice
    if (merged->resolved_at)
        return conflict("incident.resolved", "This incident has ended already.");
    if (version && *version != merged->version)
        return stale();
    bool const was_public = merged->state != IncidentState::suspected;
    if (auto const good = check_word(wish.text, {}); was_public && !good)
        return good.error();  // no end without saying what happened
    auto target = find_target(call, *merged, wish.into);
    if (!target)
        return target;

    auto changes = take_over_services(call, *target, *merged);
    take_over_sighting(*target, *merged);
    target->changed_at = call.now;
    store::save_incident(call.tx, *target);
    if (!changes.empty())
        say_what_it_took(call, *target, *merged, std::move(changes));
    end(call, *merged, *target, wish);
    store::copy_voices(call.tx, id, target->id);
    store::lead_on(call.tx, id, target->id);
    call.tell(IncidentMerged{.incident = id, .into = target->id});
    return store::find_incident(call.tx, target->id, call.now).value();
}

}  // namespace tellfirst::status
