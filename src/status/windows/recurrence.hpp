#pragma once
// When does a recurring window begin? Pure: the rule and the zone's own table decide.
#include "kernel/instant.hpp"
#include "kernel/problem.hpp"

namespace tellfirst::status {

struct Recurrence {
    std::string zone;   // IANA
    std::string first;  // local wall time: "2026-11-26T22:00"
    std::string rule;   // RFC 5545 RRULE
};

// Errors zone.unknown ("zone"), series.bad_first ("first"), series.bad_rule, series.too_often,
// series.never ("rule").
[[nodiscard]] Result<void> check_recurrence(Recurrence const& recurrence);

// The rule as calendars take it (RFC 5545, 3.3.10): of a recurrence that was checked, with the end
// that it may have as a moment of UTC.
[[nodiscard]] std::string rule_in_utc(Recurrence const& recurrence);

// The starts in [from, to), oldest first, of a recurrence that was checked; of more only so many.
// Wall time stays wall time across changes of the clock: a start inside a gap moves forward by the
// gap, in an overlap the first of the two is meant. What lies before `from` costs nothing.
inline constexpr std::size_t most_starts = 20'000;  // daily for half a century
[[nodiscard]] std::vector<Instant> starts_between(
    Recurrence const& recurrence, Instant from, Instant to, std::size_t most = most_starts);

// The first that there really is: "Thursdays, from Monday the 2nd on" begins on the 5th.
[[nodiscard]] std::optional<Instant> first_occurrence(Recurrence const& recurrence);

// The moment that `first` names. Error series.bad_first.
[[nodiscard]] Result<Instant> first_start(Recurrence const& recurrence);

}  // namespace tellfirst::status
