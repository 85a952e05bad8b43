#pragma once
// What is owed for lost time, in percent of the fee. Pure.
#include "accounts/types.hpp"
#include "status/uptime/exact.hpp"

#include <span>

namespace tellfirst::status {

// The lowest tier below which the availability (0 to 1) fell, at most the cap. A tier "below 99.9"
// owes nothing for exactly 99.9. Nothing measured, nothing owed.
[[nodiscard]] Exact tier_credit(
    std::optional<Exact> const& availability, std::span<accounts::CreditTier const> tiers,
    double cap_percent);

// "5 % for every 30 minutes or a portion of them."
struct Portions {
    double percent = 5;
    std::chrono::minutes each{30};
    double cap_percent = 100;
};
[[nodiscard]] Exact portion_credit(Duration down, Portions const& portions);

// Where only whole minutes count: what is begun and not finished is none.
[[nodiscard]] std::chrono::minutes whole_minutes(Duration down);

}  // namespace tellfirst::status
