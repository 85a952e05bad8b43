#include "wire/words/wall_clock.hpp"

#include <absl/time/time.h>

namespace tellfirst::words {
namespace {

std::optional<absl::CivilSecond> parse(std::string_view text)
{
    absl::CivilSecond second;
    absl::CivilMinute minute;
    if (absl::ParseCivilTime({text.data(), text.size()}, &second))
        return second;
    if (absl::ParseCivilTime({text.data(), text.size()}, &minute))
        return absl::CivilSecond{minute};
    return std::nullopt;
}

Instant instant_of(absl::Time time)
{
    return from_micros(absl::ToUnixMicros(time));
}

}  // namespace

std::optional<WallClock> read_wall_clock(std::string_view text, std::string const& name)
{
    absl::TimeZone zone;
    auto const shown = parse(text);
    if (!shown || shown->year() < 1970 || shown->year() > 9999 || !absl::LoadTimeZone(name, &zone))
        return std::nullopt;
    auto const at = zone.At(*shown);
    return WallClock{
        .first = instant_of(std::min(at.pre, at.post)),
        .last = instant_of(std::max(at.pre, at.post))};
}

}  // namespace tellfirst::words
