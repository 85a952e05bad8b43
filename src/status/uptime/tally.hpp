#pragma once
// How much time counted how. Tallies of parts of a period add up to the tally of the whole, and
// tallies of several services to service-minutes, of which an average is made.
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {

struct Tally {
    Duration up{};  // excused time included
    Duration excused{};
    Duration unknown{};
    Duration absent{};
    Duration free{};
    std::map<Share, Duration> down = {};  // by how much was lost

    Tally& operator+=(Tally const& other);
    bool operator==(Tally const&) const = default;

    // What the availability is a share of: time in which it was up or down.
    [[nodiscard]] Duration total() const;
    // In microseconds, each moment by its weight.
    [[nodiscard]] Exact lost() const;
};

void add(Tally& tally, Stretch const& stretch);
[[nodiscard]] Tally tally_of(std::span<Stretch const> stretches);

// From 0 to 1; nothing where nothing counted.
[[nodiscard]] std::optional<Exact> availability(Tally const& tally);
// "99.86": in percent, cut.
[[nodiscard]] std::optional<std::string> shown_percent(Tally const& tally, int decimals);

// Exactly; where nothing counted, nothing was missed.
[[nodiscard]] bool meets(Tally const& tally, double target_percent);

// How long it may still be down until the target is missed, if so much time counts in all;
// negative where it is missed already, by however little: cut downwards.
[[nodiscard]] Duration left(Tally const& so_far, Duration counts_in_all, double target_percent);

}  // namespace tellfirst::status
