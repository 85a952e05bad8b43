#include "promises/calendar.hpp"

// How covered hours become moments. A calendar speaks wall time ("09:00 in Berlin"), a deadline is
// a moment in UTC, and twice a year the two disagree. We turn each day's windows into moments
// first, by the zone's own table, and only ever add and compare moments after that. So a night in
// which the clock jumps costs nobody an hour: around the clock stays wall time on days of 23 and
// 25 hours, also where the jump is 30 minutes (Lord Howe) or a whole day (Apia, 2011).
//
// The price is that days are walked one by one. Two years of them take about a tenth of a
// millisecond, and we look that far only for calendars that are nearly always closed.

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <stdexcept>

namespace tellfirst::promises {
namespace {

// How far ahead we look, at first, then, and at last.
constexpr std::array<std::chrono::days, 3> look_ahead{
    std::chrono::days{14}, std::chrono::days{62}, std::chrono::days{731}};

// Minutes after midnight by the wall clock; 1440 is the next midnight.
struct Window {
    int opens = 0;
    int closes = 0;
};
using Windows = std::vector<Window>;

int number(std::string_view digits)
{
    int value = 0;
    for (char const digit : digits) {
        if (digit < '0' || digit > '9')
            throw std::invalid_argument{"calendar: not a number"};
        value = value * 10 + (digit - '0');
    }
    return value;
}

int minute_of_day(std::string_view time)
{
    if (time.size() != 5 || time[2] != ':')
        throw std::invalid_argument{"calendar: not a time of day"};
    return number(time.substr(0, 2)) * 60 + number(time.substr(3));
}

Windows parse(std::vector<accounts::DayWindow> const& windows)
{
    Windows parsed;
    for (auto const& window : windows)
        parsed.push_back({minute_of_day(window.opens), minute_of_day(window.closes)});
    return parsed;
}

absl::CivilDay parse_date(std::string_view date)
{
    if (date.size() != 10)
        throw std::invalid_argument{"calendar: not a date"};
    return absl::CivilDay(
        number(date.substr(0, 4)), number(date.substr(5, 2)), number(date.substr(8)));
}

// A calendar with its texts read.
class Hours {
  public:
    explicit Hours(accounts::Calendar const& calendar)
    {
        if (!absl::LoadTimeZone(calendar.zone, &zone_))
            throw std::invalid_argument{"calendar: unknown zone"};
        std::size_t weekday = 0;  // Monday first, as in absl::Weekday and in Week
        boost::mp11::mp_for_each<MembersOf<accounts::Week>>(
            [&](auto day) { week_.at(weekday++) = parse(calendar.week.*day.pointer); });
        for (auto const& holiday : calendar.holidays) {
            auto const date = parse_date(holiday.date);
            if (holiday.yearly)
                yearly_.emplace(std::pair{date.month(), date.day()}, parse(holiday.windows));
            else
                dated_.emplace(date, parse(holiday.windows));
        }
    }

    [[nodiscard]] absl::CivilDay day_of(Instant at) const
    {
        return absl::ToCivilDay(absl::FromUnixMicros(to_micros(at)), zone_);
    }

    // A holiday of that very date goes before one of every year, and both before the weekday.
    [[nodiscard]] Windows const& windows_on(absl::CivilDay day) const
    {
        if (auto const found = dated_.find(day); found != dated_.end())
            return found->second;
        if (auto const found = yearly_.find({day.month(), day.day()}); found != yearly_.end())
            return found->second;
        return week_.at(static_cast<std::size_t>(absl::GetWeekday(day)));
    }

    // `pre` reads the wall clock by the offset before a jump: inside a gap that moves the time
    // forward by the gap, in an overlap it takes the first of the two.
    [[nodiscard]] Instant moment(absl::CivilDay day, int minute) const
    {
        auto const wall = absl::CivilSecond(absl::CivilMinute(day) + minute);
        return from_micros(absl::ToUnixMicros(zone_.At(wall).pre));
    }

  private:
    absl::TimeZone zone_;
    std::array<Windows, 7> week_;
    std::map<absl::CivilDay, Windows> dated_;
    std::map<std::pair<int, int>, Windows> yearly_;
};

std::vector<Stretch> merged(std::vector<Stretch> stretches)
{
    std::ranges::sort(stretches, {}, &Stretch::opens);
    std::vector<Stretch> apart;
    for (auto const& next : stretches) {
        if (!apart.empty() && next.opens <= apart.back().closes)
            apart.back().closes = std::max(apart.back().closes, next.closes);
        else
            apart.push_back(next);
    }
    return apart;
}

}  // namespace

std::vector<Stretch>
working_stretches(accounts::Calendar const& calendar, Instant from, Instant until)
{
    Hours const hours{calendar};
    std::vector<Stretch> stretches;
    // A jump moves a window by at most a day; two days on either side are plenty.
    auto const last = hours.day_of(until) + 2;
    for (auto day = hours.day_of(from) - 2; day <= last; ++day) {
        for (auto const& window : hours.windows_on(day)) {
            auto const opens = std::max(hours.moment(day, window.opens), from);
            auto const closes = std::min(hours.moment(day, window.closes), until);
            if (opens < closes)
                stretches.push_back({opens, closes});
        }
    }
    return merged(std::move(stretches));
}

Result<std::vector<Stretch>>
counted(std::span<Stretch const> working, std::chrono::minutes allowance, Instant asked)
{
    std::vector<Stretch> counting;
    Duration left = allowance;
    for (auto const& stretch : working) {
        auto const starts = std::max(stretch.opens, asked);
        if (starts >= stretch.closes)
            continue;
        auto const length = std::min<Duration>(stretch.closes - starts, left);
        counting.push_back({starts, starts + length});
        left -= length;
        if (left == Duration{0})
            return counting;
    }
    return invalid(
        "calendar.too_short", "week", "These hours never add up to the time that was allowed.");
}

Result<Instant>
reply_due(std::span<Stretch const> working, std::chrono::minutes allowance, Instant asked)
{
    auto const counting = counted(working, allowance, asked);
    if (!counting)
        return counting.error();
    return counting->back().closes;
}

Result<std::vector<Stretch>>
counted_after(accounts::Calendar const& calendar, std::chrono::minutes allowance, Instant asked)
{
    for (auto const days : look_ahead) {
        auto const working = working_stretches(calendar, asked, asked + days);
        if (auto counting = counted(working, allowance, asked))
            return counting;
    }
    return counted({}, allowance, asked);  // says that it is too short
}

Result<Instant>
due_after(accounts::Calendar const& calendar, std::chrono::minutes allowance, Instant asked)
{
    auto const counting = counted_after(calendar, allowance, asked);
    if (!counting)
        return counting.error();
    return counting->back().closes;
}

std::optional<Stretch> open_at_or_after(accounts::Calendar const& calendar, Instant at)
{
    for (auto const days : look_ahead) {
        auto const working = working_stretches(calendar, at, at + days);
        if (!working.empty())
            return working.front();
    }
    return std::nullopt;
}

}  // namespace tellfirst::promises
