#pragma once
// Pure: where is room for so much work?
#include "kernel/instant.hpp"

#include <optional>
#include <vector>

namespace tellfirst::status {

// Time that something else has taken: [from, to).
struct Taken {
    Instant from;
    Instant to;
    bool operator==(Taken const&) const = default;
};

// The first moment, `from` or later, from which on `length` fits before `horizon` without touching
// what is taken (in any order, overlapping or not). Nothing where there is none.
[[nodiscard]] std::optional<Instant>
first_free(std::vector<Taken> taken, Instant from, Duration length, Instant horizon);

}  // namespace tellfirst::status
