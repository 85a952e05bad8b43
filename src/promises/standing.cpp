#include "promises/standing.hpp"

#include <absl/time/time.h>

namespace tellfirst::promises {

// A miss that was recorded is never un-recorded, wherever the due moment was moved since.
bool is_missed(Promise const& promise, Instant now)
{
    return promise.state == State::late || (promise.due_at && *promise.due_at < now);
}

State state_when_done(Promise const& promise, Instant now)
{
    return is_missed(promise, now) ? State::late : State::kept;
}

State state_when_dropped(Promise const& promise, Instant now)
{
    return is_missed(promise, now) ? State::broken : State::withdrawn;
}

Instant next_midnight(Instant now, std::string const& zone)
{
    absl::TimeZone here = absl::UTCTimeZone();
    absl::LoadTimeZone(zone, &here);
    auto const today = absl::ToCivilDay(absl::FromUnixMicros(to_micros(now)), here);
    return from_micros(absl::ToUnixMicros(absl::FromCivil(today + 1, here)));
}

}  // namespace tellfirst::promises
