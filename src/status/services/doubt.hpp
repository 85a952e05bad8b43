#pragma once
// Do we know how a service is? Two things make us doubt: all that watches it is silent, or one of
// them sees trouble that no person has judged. A page that is green meanwhile would lie; one that
// is red would publish what nobody looked at. So the service is `unknown`.
#include "status/services/types.hpp"

#include <span>

namespace tellfirst::status {

// One lost word is the network, three are the watcher.
inline constexpr int silent_intervals = 3;

// What one watcher saw last, and since when it has seen the same.
struct Sighting {
    std::string seen_from;
    ServiceState state = ServiceState::operational;
    Instant since;
    Instant heard_at;
    bool is_judged = false;  // a person has looked at it
    bool operator==(Sighting const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sighting, (), (seen_from, state, since, heard_at, is_judged))

// All that we have heard of a service.
struct Heard {
    std::vector<Sighting> sightings;                   // of each watcher one
    std::optional<Instant> confirmed_at;               // by a person, last
    std::optional<std::int64_t> checked_every_s = {};  // absent: silence means nothing
};

// When a service that was heard of at that moment falls silent.
[[nodiscard]] Instant falls_silent(Instant heard_at, std::int64_t checked_every_s);

// When it falls silent, or fell silent; nothing where it never does or was never heard of.
[[nodiscard]] std::optional<Instant> silent_from(Heard const& heard);
// It is watched, and nothing was heard of it for too long, or ever.
[[nodiscard]] bool is_silent(Heard const& heard, Instant now);

// Since when a watcher that is not silent itself sees trouble that nobody has judged.
[[nodiscard]] std::optional<Instant> trouble_since(Heard const& heard, Instant now);

}  // namespace tellfirst::status
