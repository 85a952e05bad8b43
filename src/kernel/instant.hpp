#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst {

// A moment in UTC, to the microsecond. Zones exist only in calendars and in rendering.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

using Duration = std::chrono::microseconds;

// "2026-03-01T14:05:09Z"; with six digits of a second only where there is a fraction.
[[nodiscard]] std::string to_rfc3339(Instant at);

// Reads RFC 3339 with any offset and up to nine digits of a second (cut to six).
// Nothing where the text is no such moment, or lies outside the years 1970 to 9999.
[[nodiscard]] std::optional<Instant> parse_rfc3339(std::string_view text);

// "2h", "90m", "3d", "45s": a whole number and one unit. Nothing where it is not, or over 10 years.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

[[nodiscard]] constexpr std::int64_t to_micros(Instant at)
{
    return at.time_since_epoch().count();
}

[[nodiscard]] constexpr Instant from_micros(std::int64_t micros)
{
    return Instant{std::chrono::microseconds{micros}};
}

}  // namespace tellfirst
