#pragma once
#include "db/facts.hpp"

namespace tellfirst::http {

// A fact as an event of text/event-stream: its number is the id by which a stream resumes.
[[nodiscard]] std::string event_of(db::Fact const& fact);

// Tells a client that what it missed is more than is worth sending: load afresh. `seq` is where
// it stands now.
[[nodiscard]] std::string reset_event(std::int64_t seq);

// A comment, so that proxies see life and we see a peer that is gone.
inline constexpr std::string_view keep_alive_event = ":\n\n";

// Beyond this many missed facts a client loads afresh.
inline constexpr std::int64_t most_missed_facts = 1000;

// Where a stream goes on: behind `after` and up to `last`, or nowhere (`reset`).
struct Resumption {
    std::int64_t after = 0;
    bool reset = false;
    bool operator==(Resumption const&) const = default;
};

// By the Last-Event-ID header ("" for a new stream, which starts from now).
[[nodiscard]] Resumption resume(std::string_view last_event_id, std::int64_t last);

}  // namespace tellfirst::http
