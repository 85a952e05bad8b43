#include "wire/smtp/succession.hpp"

#include <algorithm>

namespace tellfirst::smtp {

bool Succession::may_be_tried(State const& relay, TimePoint now)
{
    return relay.pause.count() == 0 || (now >= relay.closed_until && !relay.on_trial);
}

std::optional<std::size_t> Succession::pick(TimePoint now)
{
    for (std::size_t i = 0; i < relays_.size(); ++i) {
        if (!may_be_tried(relays_[i], now))
            continue;
        relays_[i].on_trial = relays_[i].pause.count() > 0;
        return i;
    }
    return std::nullopt;
}

bool Succession::has_one_to_try(TimePoint now) const
{
    return std::ranges::any_of(
        relays_, [&](State const& relay) { return may_be_tried(relay, now); });
}

bool Succession::worked(std::size_t relay)
{
    return std::exchange(relays_[relay], State{}).pause.count() > 0;
}

Succession::Pause Succession::failed(std::size_t relay, TimePoint now)
{
    auto& state = relays_[relay];
    state.pause = std::min(std::max(2 * state.pause, patience_.first), patience_.longest);
    state.closed_until = now + state.pause;
    state.on_trial = false;
    return state.pause;
}

bool Succession::all_failed() const
{
    return std::ranges::all_of(relays_, [](State const& relay) { return relay.pause.count() > 0; });
}

Succession::TimePoint Succession::tries_again_at() const
{
    auto earliest = TimePoint::max();
    for (auto const& relay : relays_)
        if (relay.pause.count() > 0)
            earliest = std::min(earliest, relay.closed_until);
    return earliest;
}

}  // namespace tellfirst::smtp
