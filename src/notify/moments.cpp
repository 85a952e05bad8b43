#include "notify/moments.hpp"

#include <absl/time/time.h>
#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

struct Local {
    absl::TimeZone::CivilInfo civil;
    [[nodiscard]] absl::CivilDay day() const { return absl::CivilDay{civil.cs}; }
    [[nodiscard]] std::string clock() const
    {
        return fmt::format("{:02}:{:02}", civil.cs.hour(), civil.cs.minute());
    }
};

Local in_zone(Instant at, std::string const& name)
{
    absl::TimeZone zone = absl::UTCTimeZone();
    absl::LoadTimeZone(name, &zone);  // leaves UTC where there is no such zone
    return {zone.At(absl::FromUnixMicros(to_micros(at)))};
}

std::string day_words(absl::CivilDay day, Texts const& texts)
{
    return fmt::format(
        fmt::runtime(texts.day), fmt::arg("day", day.day()),
        fmt::arg("month", texts.months[day.month() - 1]));
}

// Sunday is 0. absl counts from Monday.
std::size_t weekday_number(absl::CivilDay day)
{
    return (static_cast<std::size_t>(absl::GetWeekday(day)) + 1) % 7;
}

}  // namespace

std::string short_moment(Instant at, Reader const& reader, Instant today)
{
    auto const local = in_zone(at, reader.zone);
    auto const clock = fmt::format("{} {}", local.clock(), local.civil.zone_abbr);
    if (local.day() == in_zone(today, reader.zone).day())
        return clock;
    return fmt::format("{} {}", day_words(local.day(), texts_in(reader.language)), clock);
}

std::string full_moment(Instant at, Reader const& reader)
{
    auto const& texts = texts_in(reader.language);
    auto const local = in_zone(at, reader.zone);
    auto words = fmt::format(
        "{} {} {}, {} {}", texts.weekdays[weekday_number(local.day())],
        day_words(local.day(), texts), local.day().year(), local.clock(), local.civil.zone_abbr);
    auto const utc = in_zone(at, "UTC");
    if (utc.civil.cs == local.civil.cs)
        return words;
    auto const other_day =
        utc.day() == local.day() ? std::string{} : day_words(utc.day(), texts) + " ";
    return words + fmt::format(" ({}{} UTC)", other_day, utc.clock());
}

}  // namespace tellfirst::notify
