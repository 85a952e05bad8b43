#pragma once
// Which of several relays mail goes to: the first in order that works. Pure.
#include <chrono>
#include <optional>
#include <vector>

namespace tellfirst::smtp {

class Succession {
  public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using Pause = std::chrono::milliseconds;

    // How long a relay that failed is left alone; the pause doubles with each failure.
    struct Patience {
        Pause first{1'000};
        Pause longest{30'000};
    };

    Succession(std::size_t relays, Patience patience) : patience_{patience}, relays_(relays) {}

    // Where the next connection should go: to the first relay that works, or to an earlier one
    // that failed and has had its pause. Such a one is tried by one connection at a time, until it
    // has worked. None: there is nobody to try before `tries_again_at`.
    [[nodiscard]] std::optional<std::size_t> pick(TimePoint now);
    [[nodiscard]] bool has_one_to_try(TimePoint now) const;

    // A connection ended. It brought an answer to a message, or it ended in trouble without one,
    // or neither. `worked` says whether the relay had failed before; `failed` how long it is left
    // alone now.
    bool worked(std::size_t relay);
    Pause failed(std::size_t relay, TimePoint now);
    void ended(std::size_t relay) { relays_[relay].on_trial = false; }

    [[nodiscard]] bool all_failed() const;           // each, since it last worked
    [[nodiscard]] TimePoint tries_again_at() const;  // the first of those that failed

  private:
    struct State {
        Pause pause{0};  // not 0: it failed
        TimePoint closed_until;
        bool on_trial = false;
    };

    [[nodiscard]] static bool may_be_tried(State const& relay, TimePoint now);

    Patience patience_;
    std::vector<State> relays_;
};

}  // namespace tellfirst::smtp
