#include "kernel/text.hpp"
#include "status/history/history_store.hpp"
#include "status/history/times.hpp"
#include "status/incidents/incident_store.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/services/service_store.hpp"

namespace tellfirst::status {
namespace {

// Also one that is retired: its history stays, and can be wrong.
Result<void> check_held(db::Tx& tx, std::vector<Held> const& services)
{
    std::vector<Touched> states;
    for (std::size_t i = 0; i < services.size(); ++i) {
        auto const& held = services[i];
        auto const field = fmt::format("services[{}].service", i);
        auto const service = store::find_service(tx, held.service);
        if (!service)
            return invalid("service.not_found", field, "There is no such service.");
        if (service->is_group)
            return invalid("service.is_group", field, "A group has no state of its own.");
        states.push_back(
            {.service = held.service,
             .state = held.state,
             .failing_percent = held.failing_percent,
             .symptom = held.symptom});
    }
    return check_states(states);
}

}  // namespace

Result<Incident> correct_times(
    Call& call, IncidentId id, CorrectTimes const& wish, std::optional<std::int64_t> version)
{
    auto const reason = trim(wish.reason);
    if (reason.empty() || reason.size() > longest_text)
        return invalid(
            "correction.needs_reason", "reason", "Say why: the trace shows it for ever.");
    auto incident = store::find_incident(call.tx, id, call.now);
    if (!incident)
        return not_found("incident");
    if (incident->state == IncidentState::suspected)
        return conflict(
            "incident.suspected", "Nothing was said of this yet: publish it with its times.");
    if (version && *version != incident->version)
        return stale();

    auto const before = store::times_of(call.tx, *incident);
    auto const after = corrected(before, wish, call.now);
    if (!after)
        return after.error();
    if (wish.services)
        if (auto const good = check_held(call.tx, *wish.services); !good)
            return good.error();
    if (*after == before)
        return *incident;  // said twice

    Correction const correction{
        .id = call.new_id<CorrectionId>(),
        .by = call.actor.text(),
        .at = call.now,
        .reason = std::string{reason},
        .before = before};
    store::add_correction(call.tx, id, correction);
    store::replace_held(call.tx, id, after->services);
    incident->started_at = after->started_at;
    incident->resolved_at = after->ended_at;
    incident->changed_at = call.now;
    store::save_incident(call.tx, *incident);
    call.tell(HistoryCorrected{.incident = id, .correction = correction.id});
    return store::find_incident(call.tx, id, call.now).value();
}

std::vector<Correction>
corrections(db::Tx& tx, IncidentId id, std::optional<CorrectionId> after, int limit)
{
    return store::corrections(tx, id, after, limit);
}

std::map<IncidentId, Instant> corrected_incidents(db::Tx& tx)
{
    return store::corrected_incidents(tx);
}

std::vector<PastState> history(db::Tx& tx, ServiceId id, HistoryWish const& wish)
{
    return store::history(tx, id, wish);
}

}  // namespace tellfirst::status
