#include "promises/standing.hpp"

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

}  // namespace tellfirst::promises
