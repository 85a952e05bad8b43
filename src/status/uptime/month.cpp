#include "status/uptime/month.hpp"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <stdexcept>

namespace tellfirst::status {
namespace {

absl::TimeZone zone_named(std::string const& name)
{
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(name, &zone))
        throw std::invalid_argument{"month: unknown zone"};
    return zone;
}

template <class Civil>
Civil civil_at(Instant at, absl::TimeZone zone)
{
    return Civil{absl::ToCivilSecond(absl::FromUnixMicros(to_micros(at)), zone)};
}

// Where the clock jumps over midnight the day begins when the jump is done.
Instant begin_of(absl::CivilSecond civil, absl::TimeZone zone)
{
    auto const at = zone.At(civil);
    return from_micros(
        absl::ToUnixMicros(at.kind == absl::TimeZone::TimeInfo::SKIPPED ? at.trans : at.pre));
}

}  // namespace

Period month_of(Instant at, std::string const& zone)
{
    auto const place = zone_named(zone);
    auto const month = civil_at<absl::CivilMonth>(at, place);
    return {
        begin_of(absl::CivilSecond{month}, place), begin_of(absl::CivilSecond{month + 1}, place)};
}

std::vector<Instant> last_days(Instant now, int days, std::string const& zone)
{
    auto const place = zone_named(zone);
    auto const today = civil_at<absl::CivilDay>(now, place);
    std::vector<Instant> starts;
    for (int day = 1 - days; day <= 1; ++day)
        starts.push_back(begin_of(absl::CivilSecond{today + day}, place));
    return starts;
}

std::vector<std::string> last_dates(Instant now, int days, std::string const& zone)
{
    auto const today = civil_at<absl::CivilDay>(now, zone_named(zone));
    std::vector<std::string> dates;
    for (int day = 1 - days; day <= 0; ++day)
        dates.push_back(absl::FormatCivilTime(today + day));
    return dates;
}

}  // namespace tellfirst::status
