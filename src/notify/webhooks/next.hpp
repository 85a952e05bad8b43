#pragma once
// What comes after an attempt to post to a webhook. Pure.
#include "notify/webhooks/types.hpp"

namespace tellfirst::notify {

// What came back.
struct WebhookAnswer {
    std::optional<int> status;            // absent: nobody answered in time
    std::optional<Duration> retry_after;  // as it asked for
    bool is_understood = true;            // by its body, where its kind says so there
};

// 200 to 299, and understood. No redirect is followed, so it is none.
[[nodiscard]] bool is_success(WebhookAnswer const& answer);

// Slack and Mattermost say "ok" to what they took, so anything else was not said by them.
[[nodiscard]] bool is_understood(Dialect dialect, std::string_view body);

// "120" or an HTTP date (RFC 9110, section 10.2.3); nothing where it is neither.
[[nodiscard]] std::optional<Duration> read_retry_after(std::string_view header, Instant now);

// A word that has failed so often (within 6 min) waits for its next attempt by itself: it may be
// what the address cannot take, and holds up no other.
inline constexpr std::int64_t attempts_in_order = 3;

// How an address has answered lately.
struct WebhookHealth {
    std::optional<Instant> failing_since;
    std::int64_t failures = 0;
    std::optional<Instant> not_before;  // it asked us to slow down
    bool operator==(WebhookHealth const&) const = default;
};

struct WebhookTried {
    WebhookAnswer answer;
    std::int64_t step = 0;  // attempts of the schedule that are behind it, without this one
    // A later word came before the next attempt was due, so it was tried at once: that costs the
    // schedule nothing, and this moment stands.
    std::optional<Instant> still_due_at;
    WebhookHealth health;
    double jitter = 0;  // [0, 1)
};

struct WebhookNext {
    State state = State::accepted;  // accepted, deferred or failed
    std::int64_t step = 0;
    std::optional<Instant> due_at;  // where it is tried again
    WebhookHealth health;
    std::optional<DisabledBecause> disabled_because;
};

// - Success is what is_success says, and nothing else.
// - After a failure: 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, each up to a fifth longer, so
//   that not everybody comes back in the same second; later where it said so (a day at most).
// - 410 disables the address. So do five days without one success, once a whole schedule has
// failed.
// - 429, 502, 504: nothing is tried until then or for half an hour, not even for a new word; and
// where it said for how long, for that long.
[[nodiscard]] WebhookNext next_of(WebhookTried const& tried, Instant now);

}  // namespace tellfirst::notify
