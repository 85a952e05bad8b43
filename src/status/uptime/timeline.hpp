#pragma once
// What a service was, moment for moment, and how each moment counts: pure rules over what was said
// of it, in any order, overlapping as it may.
#include "status/services/types.hpp"
#include "status/uptime/exact.hpp"

#include <span>

namespace tellfirst::status {

// From a moment until before another.
struct Period {
    Instant from;
    Instant to;
    bool operator==(Period const&) const = default;
};

// Somebody said that a service was in this state; without an end it still is.
struct Spell {
    Instant from;
    std::optional<Instant> to = {};
    ServiceState state = ServiceState::major;
    std::optional<Share> failing = {};  // how much of it fails, where that is known
};

// Maintenance, with when it was announced; never, where nobody did. What was moved or made longer
// is a time of its own, announced when that was said.
struct Planned {
    Instant from;
    Instant to;
    std::optional<Instant> announced = {};
};

struct UptimeRule {
    Share partial{3 * Share::one / 10};
    Share degraded{3 * Share::one / 10};  // both where its own share is not known
    bool exclude_announced = true;
    Duration notice = std::chrono::hours{24};  // at least so long before it begins
    Duration minimum{};  // time that is lost without a break for less than this counts as up
};

struct Life {
    Instant created;
    std::optional<Instant> retired = {};
    std::vector<Spell> spells = {};
    std::vector<Planned> planned = {};
    std::optional<Instant> now =
        {};  // until then lasts what goes on; absent: until the period ends
    // The hours in which it must be up, in order; absent = always. At other times it may be down.
    std::optional<std::vector<Period>> covered = {};
};

enum class Counts {
    absent,   // it did not exist yet, or no more: apart
    free,     // it need not be up: apart
    up,       //
    excused,  // announced maintenance: up
    unknown,  // nobody knew: apart, since it is not up and nobody can say that it was down
    down,     // by its weight
};
BOOST_DESCRIBE_ENUM(Counts, absent, free, up, excused, unknown, down)

struct Stretch {
    Instant from;
    Instant to;
    Counts counts = Counts::up;
    ServiceState state = ServiceState::operational;
    Share weight = nothing_lost;
    bool operator==(Stretch const&) const = default;
};

// The whole period, without gaps, in order, as few stretches as there can be. A period ends at the
// latest now: what goes on has no say about the future.
//
// Where several things were said, the worst wins: that by which most is lost. Maintenance that was
// announced in time is excused whatever happened in it; other maintenance is lost time, wholly.
// What is left of a trouble when the announced time is over counts as what it is.
[[nodiscard]] std::vector<Stretch>
timeline(UptimeRule const& rule, Life const& life, Period const& period);

// A group in which any part that is down brings the whole down: at each moment it is what its
// worst part is. All over the same period.
[[nodiscard]] std::vector<Stretch>
worst_of(std::span<std::vector<Stretch> const> parts, Period const& period);

}  // namespace tellfirst::status
