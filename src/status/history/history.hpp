#pragma once
// What a service was when, and how that is corrected: never silently.
#include "db/db.hpp"
#include "status/history/types.hpp"

#include <map>

namespace tellfirst::status {

// Says anew when an incident was and what it held. What we said before stays as a trace, and what
// we promised stays promised. Nothing new: the same answer. Errors incident.not_found,
// incident.suspected (409), correction.needs_reason, correction.still_open,
// correction.needs_services, correction.needs_end, correction.in_the_future,
// correction.too_long_ago, correction.ends_before_start, correction.outside, correction.overlaps,
// service.not_found, service.is_group, incident.bad_service_state, incident.bad_percent.
[[nodiscard]] Result<Incident> correct_times(
    Call& call, IncidentId id, CorrectTimes const& wish, std::optional<std::int64_t> version);
// Newest first.
[[nodiscard]] std::vector<Correction>
corrections(db::Tx& tx, IncidentId id, std::optional<CorrectionId> after, int limit);
// Those whose times were ever corrected, each with when it was last: a page says so.
[[nodiscard]] std::map<IncidentId, Instant> corrected_incidents(db::Tx& tx);

// What a service was within [from, to), newest first. `after` is where the page before ended.
struct PastPlace {
    Instant from;
    std::int64_t source = 0;  // the id of its incident or window; 0: unknown
};
struct HistoryWish {
    Instant from;
    Instant to;
    std::optional<PastPlace> after = {};
    int limit = 50;
};
[[nodiscard]] std::vector<PastState> history(db::Tx& tx, ServiceId id, HistoryWish const& wish);

struct HistoryCorrected {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "HistoryCorrected";
    IncidentId incident;
    CorrectionId correction;
    [[nodiscard]] std::string subject() const { return incident.text(); }
};
BOOST_DESCRIBE_STRUCT(HistoryCorrected, (), (incident, correction))

}  // namespace tellfirst::status
