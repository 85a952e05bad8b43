#pragma once
// Working time: pure rules, no clock, no I/O. A calendar was checked when it was stored (accounts);
// one that cannot be read throws std::invalid_argument.
#include "accounts/types.hpp"
#include "kernel/instant.hpp"
#include "kernel/problem.hpp"

#include <span>

namespace tellfirst::promises {

// One stretch of time in which somebody is at work, in UTC and already free of holidays.
struct Stretch {
    Instant opens;
    Instant closes;
    bool operator==(Stretch const&) const = default;
};

// The working stretches that touch [from, until), cut to it, in order, merged where they meet.
// Wall times inside a DST gap move forward by the gap; in an overlap the first is meant.
[[nodiscard]] std::vector<Stretch>
working_stretches(accounts::Calendar const& calendar, Instant from, Instant until);

// The working time that counts for an answer: as much as was allowed, from `asked` on, in order.
// It ends when the answer is due. Error calendar.too_short.
[[nodiscard]] Result<std::vector<Stretch>>
counted(std::span<Stretch const> working, std::chrono::minutes allowance, Instant asked);

// When must a person have answered? `asked` outside working time counts from the next opening; an
// allowance that exactly fills a stretch is due at its end. Error calendar.too_short.
[[nodiscard]] Result<Instant>
reply_due(std::span<Stretch const> working, std::chrono::minutes allowance, Instant asked);

// The same two from the calendar itself, looking ahead as far as needed (at most two years).
[[nodiscard]] Result<std::vector<Stretch>>
counted_after(accounts::Calendar const& calendar, std::chrono::minutes allowance, Instant asked);
[[nodiscard]] Result<Instant>
due_after(accounts::Calendar const& calendar, std::chrono::minutes allowance, Instant asked);

// The covered stretch that holds `at`, cut to begin there, else the next one; nothing within two
// years. A stretch without end (around the clock) is cut at two weeks.
[[nodiscard]] std::optional<Stretch>
open_at_or_after(accounts::Calendar const& calendar, Instant at);

}  // namespace tellfirst::promises
