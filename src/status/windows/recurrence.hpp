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

// The starts in [from, to), oldest first, of a recurrence that was checked. Wall time stays wall
// time across changes of the clock: a start inside a gap moves forward by the gap, in an overlap
// the first of the two is meant. Looks at no more than 20,000 occurrences from the first one on.
[[nodiscard]] std::vector<Instant>
starts_between(Recurrence const& recurrence, Instant from, Instant to);

// The moment that `first` names. Error series.bad_first.
[[nodiscard]] Result<Instant> first_start(Recurrence const& recurrence);

}  // namespace tellfirst::status
