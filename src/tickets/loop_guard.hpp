#pragma once
#include "kernel/instant.hpp"

#include <span>

namespace tellfirst::tickets {

// Headers lie, so automatic mail is also counted (desk.md section 3): at most 10 to one recipient
// in 10 minutes, 15 in 30, 25 in 60, 50 in 180. `sent` are the moments of those that left, in any
// order.
[[nodiscard]] bool may_answer(std::span<Instant const> sent, Instant now);

// Somebody whom we do not know gets one acknowledgement an hour: a forged sender must not become
// a mail bomb.
[[nodiscard]] bool may_answer_stranger(std::span<Instant const> sent, Instant now);

// Older moments than this change nothing.
inline constexpr std::chrono::minutes loop_memory{180};

}  // namespace tellfirst::tickets
