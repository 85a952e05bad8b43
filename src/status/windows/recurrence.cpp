#include "status/windows/recurrence.hpp"

// A rule speaks wall time ("Thursdays at 22:00 in Berlin"), so its days are reckoned without any
// zone, and only then does each become a moment by the zone's own table: Thursday 22:00 stays
// Thursday 22:00 on both sides of a change of the clock. The reckoning is libical's, of rules that
// we have read ourselves before (rrule.hpp).
#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "status/windows/rrule.hpp"

#include <absl/time/time.h>
#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace tellfirst::status {
namespace {

constexpr std::int64_t latest_year = 2'500;  // a little later libical's calendar ends
constexpr std::chrono::days must_happen_within{10 * 366};

// "2026-11-26T22:00"
std::optional<absl::CivilMinute> wall_time(std::string_view text)
{
    if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':')
        return std::nullopt;
    std::array<std::int64_t, 5> numbers{};
    constexpr std::array<std::pair<std::size_t, std::size_t>, 5> places{
        {{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto const digits = text.substr(places[i].first, places[i].second);
        if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
            return std::nullopt;
        std::from_chars(digits.data(), digits.data() + digits.size(), numbers[i]);
    }
    auto const [year, month, day, hour, minute] = numbers;
    absl::CivilMinute const civil(year, month, day, hour, minute);
    bool const is_real = civil.year() == year && civil.month() == month && civil.day() == day &&
                         civil.hour() == hour && civil.minute() == minute;
    return is_real && year >= 1970 ? std::optional{civil} : std::nullopt;
}

Instant moment(absl::CivilMinute civil, absl::TimeZone zone)
{
    return from_micros(absl::ToUnixMicros(zone.At(absl::CivilSecond{civil}).pre));
}

bool is_second(std::string_view text)
{
    return text[0] >= '0' && text[0] <= '5' && text[1] >= '0' && text[1] <= '9';
}

// The last moment at which one may still begin: a day counts whole, in the series' zone.
std::optional<Instant> until_of(std::string_view text, absl::TimeZone zone)
{
    bool const is_time = text.size() == 15 || (text.size() == 16 && text.back() == 'Z');
    if (text.size() != 8 && !(is_time && text[8] == 'T' && is_second(text.substr(13, 2))))
        return std::nullopt;
    auto const wall = fmt::format(
        "{}-{}-{}T{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2),
        is_time ? fmt::format("{}:{}", text.substr(9, 2), text.substr(11, 2)) : "23:59");
    auto const civil = wall_time(wall);
    if (!civil)
        return std::nullopt;
    return moment(*civil, text.back() == 'Z' ? absl::UTCTimeZone() : zone);
}

icaltimetype as_ical(absl::CivilMinute wall)
{
    auto time = icaltime_null_time();
    time.year = static_cast<int>(wall.year());
    time.month = wall.month();
    time.day = wall.day();
    time.hour = wall.hour();
    time.minute = wall.minute();
    return time;
}

struct Freed {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using Steps = std::unique_ptr<icalrecur_iterator, Freed>;

// Without UNTIL, of which we take care: libical would compare it without its zone.
Steps steps_of(std::string_view rule, absl::CivilMinute first)
{
    std::string bare;
    for (auto const part : split(rule, ';'))
        if (!part.starts_with("UNTIL="))
            bare += fmt::format("{}{}", bare.empty() ? "" : ";", part);
    auto const recurrence = icalrecurrencetype_from_string(bare.c_str());
    if (recurrence.freq == ICAL_NO_RECURRENCE)
        return nullptr;
    return Steps{icalrecur_iterator_new(recurrence, as_ical(first))};
}

// The starts by a rule, one after the other, oldest first; none where it is no rule.
class Starts {
  public:
    explicit Starts(Recurrence const& recurrence)
    {
        absl::LoadTimeZone(recurrence.zone, &zone_);
        auto const parts = parts_of(recurrence.rule);
        auto const first = wall_time(recurrence.first);
        if (!parts || !first)
            return;
        auto const until = parts->find("UNTIL");
        auto const last = until == parts->end() ? Instant::max() : until_of(until->second, zone_);
        if (!last)
            return;
        parts_ = *parts;
        first_ = *first;
        last_ = *last;
        steps_ = steps_of(recurrence.rule, first_);
    }

    // Goes on near the last start before `from`; only those that are counted must be counted out.
    void pass_over(Instant from)
    {
        if (!steps_ || parts_.contains("COUNT"))
            return;
        absl::CivilDay const begin{first_};
        auto const today = absl::ToCivilDay(absl::FromUnixMicros(to_micros(from)), zone_);
        auto const days = today - 1 - begin;  // a gap of the clock moves a start by hours
        if (days <= 0)
            return;
        auto const near = begin + days / stride() * stride();
        if (near.year() > latest_year)
            return steps_.reset();
        icalrecur_iterator_set_start(
            steps_.get(),
            as_ical(absl::CivilMinute(
                near.year(), near.month(), near.day(), first_.hour(), first_.minute())));
    }

    [[nodiscard]] std::optional<Instant> next()
    {
        auto const next = steps_ ? icalrecur_iterator_next(steps_.get()) : icaltime_null_time();
        if (icaltime_is_null_time(next) != 0)
            return std::nullopt;
        auto const at = moment(
            absl::CivilMinute(next.year, next.month, next.day, next.hour, next.minute), zone_);
        return at > last_ ? std::nullopt : std::optional{at};
    }

  private:
    // libical loses count of weeks unless it goes on at whole intervals from the first.
    [[nodiscard]] std::int64_t stride() const
    {
        std::string_view const often = parts_.find("FREQ")->second;
        return often == "DAILY"    ? interval_of(parts_)
               : often == "WEEKLY" ? 7 * interval_of(parts_)
                                   : 1;
    }

    absl::TimeZone zone_ = absl::UTCTimeZone();
    RuleParts parts_;
    absl::CivilMinute first_;
    Instant last_;
    Steps steps_;
};

}  // namespace

Result<void> check_recurrence(Recurrence const& recurrence)
{
    if (!accounts::is_known_zone(recurrence.zone))
        return invalid("zone.unknown", "zone", "Name a time zone such as Europe/Berlin.");
    auto const first = first_start(recurrence);
    if (!first)
        return first.error();
    if (auto const good = check_rule(recurrence.rule); !good)
        return good;
    absl::TimeZone zone;
    absl::LoadTimeZone(recurrence.zone, &zone);
    auto const parts = parts_of(recurrence.rule);
    auto const until = parts->find("UNTIL");
    if (until != parts->end() && !until_of(until->second, zone))
        return bad_rule();
    if (!steps_of(recurrence.rule, *wall_time(recurrence.first)))
        return bad_rule();
    if (auto const begins = first_occurrence(recurrence);
        !begins || *begins >= *first + must_happen_within)
        return invalid("series.never", "rule", "By this rule it never happens.");
    return {};
}

std::string rule_in_utc(Recurrence const& recurrence)
{
    constexpr std::string_view ends = "UNTIL=";
    absl::TimeZone zone;
    absl::LoadTimeZone(recurrence.zone, &zone);
    std::string rule;
    for (auto const part : split(recurrence.rule, ';')) {
        auto const until =
            part.starts_with(ends) ? until_of(part.substr(ends.size()), zone) : std::nullopt;
        rule += rule.empty() ? "" : ";";
        rule += until ? absl::FormatTime(
                            "UNTIL=%Y%m%dT%H%M%SZ", absl::FromUnixMicros(to_micros(*until)),
                            absl::UTCTimeZone())
                      : std::string{part};
    }
    return rule;
}

std::vector<Instant>
starts_between(Recurrence const& recurrence, Instant from, Instant to, std::size_t most)
{
    Starts all{recurrence};
    all.pass_over(from);
    std::vector<Instant> starts;
    for (auto at = all.next(); at && *at < to && starts.size() < most; at = all.next())
        if (*at >= from)
            starts.push_back(*at);
    return starts;
}

std::optional<Instant> first_occurrence(Recurrence const& recurrence)
{
    return Starts{recurrence}.next();
}

Result<Instant> first_start(Recurrence const& recurrence)
{
    absl::TimeZone zone = absl::UTCTimeZone();
    absl::LoadTimeZone(recurrence.zone, &zone);
    auto const first = wall_time(recurrence.first);
    if (!first)
        return invalid("series.bad_first", "first", "Say the first as in 2026-11-26T22:00.");
    return moment(*first, zone);
}

}  // namespace tellfirst::status
