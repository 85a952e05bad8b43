#pragma once
// What becomes of a delivery after an attempt. Pure.
#include "notify/seal.hpp"
#include "notify/types.hpp"
#include "wire/smtp/message.hpp"

namespace tellfirst::notify {

// What the row of a delivery will say.
struct Fate {
    State state = State::queued;
    std::string reason;             // the server's answer, or ours; "" says nothing
    std::int64_t code = 0;          // of the reply; 0 where nobody replied
    std::optional<Instant> due_at;  // of the next attempt, where there is one
    std::int64_t attempts = 0;
    Instant at;

    bool operator==(Fate const&) const = default;
};

// The reason of a delivery that waits again although a copy may be on its way.
inline constexpr std::string_view may_have_left = "may have been sent already";

// What an attempt must know about its delivery.
struct Attempt {
    seal::Delivery delivery;
    Lane lane = Lane::incident;
    std::int64_t attempts = 0;  // before this one
    Instant useful_until;
};

// 1, 5, 15, 30 min, 1, 2, 4, 8 h, and then every 8 h.
[[nodiscard]] Duration pause_after(std::int64_t attempts);

// Accepted and refused are final. Deferred comes again after a pause, until it is useless.
// - No relay answered: that says nothing about this mail, so it waits as if it had not been tried.
// - Held: its domain takes no more for now. It was not tried and comes when it was told to.
// - Nobody knows whether the relay took it: incident mail and letters go out again, with the same
//   Message-ID (a late copy is better than none); news does not.
[[nodiscard]] Fate fate_of(Attempt const& attempt, smtp::Outcome const& outcome, Instant now);

// A process died while it had this one, and nobody heard what came of it. `handed`: it may have
// reached the relay.
enum class Known { handed, never_left };
[[nodiscard]] Fate fate_after_crash(Attempt const& attempt, Known known, Instant now);

// It was claimed, but no mail can be made of it, or it comes too late.
[[nodiscard]] Fate unsent(Attempt const& attempt, std::string reason, Instant now);

}  // namespace tellfirst::notify
