#include "kernel/text.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/when.hpp"
#include "status/incidents/word.hpp"
#include "status/status.hpp"

namespace tellfirst::status {
namespace {

Result<void> check(Call& call, NewUpdate const& wish)
{
    using enum IncidentState;
    if (wish.state != investigating && wish.state != identified && wish.state != monitoring)
        return invalid(
            "update.bad_state", "state",
            "An update is investigating, identified, monitoring or resolved.");
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good;
    if (auto const good = check_workaround(wish.workaround); !good)
        return good;
    return wish.services ? check_services(call.tx, *wish.services) : Result<void>{};
}

// The end says what happened; with it all works again and nothing more is promised.
Result<Incident>
end(Call& call, IncidentId id, NewUpdate const& wish, std::optional<std::int64_t> version)
{
    struct Given {
        char const* field;
        bool is_given;
    };
    for (auto const& [field, is_given] :
         {Given{"services", wish.services.has_value()}, Given{"eta", wish.eta.has_value()},
          Given{"next_word_at", wish.next_word_at.has_value()}})
        if (is_given)
            return invalid(
                "update.not_at_the_end", field,
                "With the end all works again and no further word is promised: leave this out.");
    return resolve(
        call, id,
        {.text = wish.text,
         .notify = wish.notify,
         .undo_s = wish.undo_s,
         .data_safety = wish.data_safety,
         .workaround = wish.workaround},
        version);
}

// What the word says anew; what it is silent about stays.
void change(Call const& call, Incident& incident, NewUpdate const& wish)
{
    incident.state = wish.state;
    incident.data_safety = wish.data_safety.value_or(incident.data_safety);
    if (wish.workaround)
        incident.workaround = kept(*wish.workaround);
    if (wish.state == IncidentState::monitoring && !incident.monitoring_at)
        incident.monitoring_at = call.now;
    incident.changed_at = call.now;
}

}  // namespace

Result<Incident>
update(Call& call, IncidentId id, NewUpdate const& wish, std::optional<std::int64_t> version)
{
    if (wish.state == IncidentState::resolved)
        return end(call, id, wish, version);
    auto incident = find_open(call, id, version);
    if (!incident)
        return incident;
    if (auto const good = check(call, wish); !good)
        return good.error();
    auto const when = when_of(wish.eta, wish.next_word_at, call.now);
    if (!when)
        return when.error();

    change(call, *incident, wish);
    incident->when = *when;
    auto changes =
        touch_changed(call, *incident, wish.services.value_or(std::vector<Touched>{}), call.now);
    store::save_incident(call.tx, *incident);
    say(call, *incident,
        {.state = wish.state,
         .text = wish.text,
         .when = *when,
         .changes = std::move(changes),
         .notify = wish.notify,
         .undo_s = wish.undo_s});
    return incident;
}

}  // namespace tellfirst::status
