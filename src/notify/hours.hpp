#pragma once
// Hours in which somebody does not want to be told, and the one in which he does. Pure.
#include "accounts/types.hpp"

namespace tellfirst::notify {

// When it stops being quiet where he is; nothing where it is not quiet at that moment. Clocks that
// are set forward over the end of the hours end them; where they are set back, the same hours may
// come twice.
[[nodiscard]] std::optional<Instant>
quiet_until(accounts::QuietHours const& hours, std::string const& zone, Instant at);

// Why something waits for their end; or does not come at all, because that would be too late.
enum class Wakened { in_time, too_late };
[[nodiscard]] std::string words_of_quiet(accounts::QuietHours const& hours, Wakened when);

// Outages do not wait for who lets them through, nor does their end.
[[nodiscard]] bool breaks_through(accounts::QuietHours const& hours, accounts::Topic topic);

// The first moment after `at` at which it is this time of the day there; once a day, also where
// clocks are set back over it. Nothing where time or zone cannot be read.
[[nodiscard]] std::optional<Instant>
next_time(std::string const& time, std::string const& zone, Instant at);

// Planned work and news may wait to be gathered into one mail a day.
[[nodiscard]] constexpr bool may_be_gathered(accounts::Topic topic)
{
    return topic == accounts::Topic::planned || topic == accounts::Topic::news;
}

}  // namespace tellfirst::notify
