#pragma once
// Pure: how the occurrences of a recurring window stand. They are computed from its rule and from
// what was said of some of them.
#include "status/windows/types.hpp"

namespace tellfirst::status {

// What was said of one occurrence.
struct Declared {
    Instant starts_at;
    bool is_used = false;
    std::optional<WindowId> window = {};
    std::optional<WindowState> window_state = {};
    std::optional<Instant> window_starts_at = {};
};
BOOST_DESCRIBE_STRUCT(Declared, (), (starts_at, is_used, window, window_state, window_starts_at))

// What became of an occurrence of which something was said.
[[nodiscard]] OccurrenceState state_of(Declared const& said);

// `said`: nothing where nobody said anything. Undeclared at `declare_by` means: it is not used.
[[nodiscard]] OccurrenceState
state_of(std::optional<Declared> const& said, Instant declare_by, Instant now);

// All that is known of a series but its occurrences.
struct SeriesTimes {
    std::vector<Instant> starts;     // oldest first
    std::vector<Declared> declared;  // in any order
    std::chrono::minutes length{0};
    std::chrono::hours lead{0};  // before its start an occurrence must have been declared
    Instant passed_until;        // up to then it is too late, though the lead may be shorter now
};
[[nodiscard]] std::vector<Occurrence> occurrences_of(SeriesTimes const& times, Instant now);

}  // namespace tellfirst::status
