#include "status/uptime/tally.hpp"

namespace tellfirst::status {
namespace {

// In parts of a microsecond, so that whole numbers do.
Whole parts_lost(Tally const& tally)
{
    Whole sum = 0;
    for (auto const& [weight, length] : tally.down)
        sum += Whole{weight.parts} * length.count();
    return sum;
}

}  // namespace

Tally& Tally::operator+=(Tally const& other)
{
    up += other.up;
    excused += other.excused;
    unknown += other.unknown;
    absent += other.absent;
    free += other.free;
    for (auto const& [weight, length] : other.down)
        down[weight] += length;
    return *this;
}

Duration Tally::total() const
{
    auto sum = up;
    for (auto const& [weight, length] : down)
        sum += length;
    return sum;
}

Exact Tally::lost() const
{
    return {parts_lost(*this), Share::one};
}

void add(Tally& tally, Stretch const& stretch)
{
    auto const length = stretch.to - stretch.from;
    switch (stretch.counts) {
    case Counts::absent: tally.absent += length; return;
    case Counts::free: tally.free += length; return;
    case Counts::up: tally.up += length; return;
    case Counts::excused:
        tally.up += length;
        tally.excused += length;
        return;
    case Counts::unknown: tally.unknown += length; return;
    case Counts::down: tally.down[stretch.weight] += length; return;
    }
}

Tally tally_of(std::span<Stretch const> stretches)
{
    Tally tally;
    for (auto const& stretch : stretches)
        add(tally, stretch);
    return tally;
}

std::optional<Exact> availability(Tally const& tally)
{
    auto const total = tally.total().count();
    if (total == 0)
        return std::nullopt;
    return Exact{1 - tally.lost() / total};
}

std::optional<std::string> shown_percent(Tally const& tally, int decimals)
{
    auto const time = tally.total().count();
    if (time == 0)
        return std::nullopt;
    Whole const total = Whole{time} * Share::one;
    return cut(Whole{(total - parts_lost(tally)) * 100}, total, decimals);
}

bool meets(Tally const& tally, double target_percent)
{
    auto const share = availability(tally);
    return !share || *share * 100 >= decimal(target_percent);
}

Duration left(Tally const& so_far, Duration counts_in_all, double target_percent)
{
    Exact const allowed = (1 - decimal(target_percent) / 100) * counts_in_all.count();
    Exact const rest = allowed - so_far.lost();
    auto const whole = static_cast<std::int64_t>(numerator(rest) / denominator(rest));
    return Duration{rest < whole ? whole - 1 : whole};
}

}  // namespace tellfirst::status
