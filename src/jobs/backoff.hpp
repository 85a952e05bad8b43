#pragma once
#include "kernel/instant.hpp"
#include "kernel/problem.hpp"

namespace tellfirst::jobs {

// After how many failures a person has to look at a job: with the waits below, about four hours.
inline constexpr std::int64_t most_attempts = 14;

// How long to wait after the n-th attempt failed: 1 s, 2 s, 4 s ... at most half an hour.
[[nodiscard]] Duration wait_after(std::int64_t attempts);

// Would the same job, run again, perhaps not be refused? A rule's "no" stays a "no".
[[nodiscard]] bool is_worth_retrying(Refusal refusal);

}  // namespace tellfirst::jobs
