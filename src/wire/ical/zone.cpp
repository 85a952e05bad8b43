// A zone is written as the list of its changes, read from the same tables by which the server
// itself computes, and not as yearly rules: rules have exceptions (Morocco's follow the moon), and
// a list cannot say anything else than what we compute.
#include "wire/ical/zone.hpp"

#include <absl/time/time.h>
#include <fmt/format.h>

namespace tellfirst::ical {
namespace {

// Nobody looks further ahead, and readers have tables of their own; 40 changes are 4 kB.
constexpr absl::Duration looked_ahead = absl::Hours(20 * 366 * 24);

std::optional<absl::TimeZone> find_zone(std::string const& name)
{
    absl::TimeZone zone;
    return absl::LoadTimeZone(name, &zone) ? std::optional{zone} : std::nullopt;
}

std::string written(absl::CivilSecond time)
{
    return fmt::format(
        "{:04}{:02}{:02}T{:02}{:02}{:02}", time.year(), time.month(), time.day(), time.hour(),
        time.minute(), time.second());
}

// "+0530". Seconds, which only zones before 1972 have, are cut.
std::string offset_text(int seconds)
{
    auto const minutes = std::abs(seconds) / 60;
    return fmt::format("{}{:02}{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string
observance(absl::TimeZone::CivilInfo const& after, int offset_before, absl::CivilSecond local_start)
{
    auto const kind = after.is_dst ? "DAYLIGHT" : "STANDARD";
    return fmt::format(
        "BEGIN:{0}\r\nDTSTART:{1}\r\nTZOFFSETFROM:{2}\r\nTZOFFSETTO:{3}\r\nTZNAME:{4}\r\n"
        "END:{0}\r\n",
        kind, written(local_start), offset_text(offset_before), offset_text(after.offset),
        after.zone_abbr);
}

}  // namespace

std::string wall_time(Instant at, std::string const& zone)
{
    auto const known = find_zone(zone);
    return written(known.value_or(absl::UTCTimeZone()).At(absl::FromUnixMicros(to_micros(at))).cs);
}

std::string vtimezone(std::string const& zone, Instant from)
{
    auto const known = find_zone(zone);
    if (!known)
        return {};
    auto const start = absl::FromUnixMicros(to_micros(from));
    auto const end = start + looked_ahead;
    std::string changes;
    absl::TimeZone::CivilTransition change;
    // The change that is in force at the start is the last one before it.
    bool more = known->PrevTransition(start + absl::Nanoseconds(1), &change);
    if (!more) {
        auto const always = known->At(start);
        changes = observance(always, always.offset, absl::CivilSecond{1970});
        more = known->NextTransition(start, &change);
    }
    while (more) {
        auto const at = known->At(change.to).trans;
        if (at > end)
            break;
        auto const before = known->At(at - absl::Seconds(1)).offset;
        changes += observance(known->At(at), before, change.from);
        more = known->NextTransition(at, &change);
    }
    return fmt::format("BEGIN:VTIMEZONE\r\nTZID:{}\r\n{}END:VTIMEZONE\r\n", zone, changes);
}

}  // namespace tellfirst::ical
