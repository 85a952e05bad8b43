#include "notify/hours.hpp"

#include "accounts/accounts.hpp"

#include <absl/time/time.h>

namespace tellfirst::notify {
namespace {

// Local minutes of a day.
struct Hours {
    int from = 0;
    int to = 0;

    [[nodiscard]] bool pass_midnight() const { return to < from; }
    [[nodiscard]] bool hold(int minute) const
    {
        return pass_midnight() ? minute >= from || minute < to : minute >= from && minute < to;
    }
};

// The first moment after `at` at which clocks there show that time, or something later.
absl::Time when_shown(absl::CivilSecond time, absl::TimeZone const& zone, absl::Time at)
{
    auto const found = zone.At(time);
    switch (found.kind) {
    case absl::TimeZone::TimeInfo::UNIQUE: return found.pre;
    case absl::TimeZone::TimeInfo::SKIPPED: return found.trans;
    case absl::TimeZone::TimeInfo::REPEATED: return found.pre > at ? found.pre : found.post;
    }
    return found.pre;
}

absl::Time end_of(Hours const& hours, absl::TimeZone const& zone, absl::Time at)
{
    auto const shown = zone.At(at).cs;
    auto const minute = shown.hour() * 60 + shown.minute();
    auto const day =
        absl::CivilDay{shown} + (hours.pass_midnight() && minute >= hours.from ? 1 : 0);
    auto const end = absl::CivilSecond{day} + hours.to * 60;
    return when_shown(end, zone, at);
}

}  // namespace

std::optional<Instant>
quiet_until(accounts::QuietHours const& hours, std::string const& name, Instant at)
{
    auto const from = accounts::minute_of_day(hours.from);
    auto const to = accounts::minute_of_day(hours.to);
    absl::TimeZone zone;
    if (!from || !to || !absl::LoadTimeZone(name, &zone))
        return std::nullopt;
    Hours const minutes{.from = *from, .to = *to};
    auto const is_quiet = [&](absl::Time moment) {
        auto const shown = zone.At(moment).cs;
        return minutes.hold(shown.hour() * 60 + shown.minute());
    };
    auto moment = absl::FromUnixMicros(to_micros(at));
    if (!is_quiet(moment))
        return std::nullopt;
    moment = end_of(minutes, zone, moment);
    if (is_quiet(moment))  // the pause between two nights was skipped with its hour
        moment = end_of(minutes, zone, moment);
    return from_micros(absl::ToUnixMicros(moment));
}

std::string words_of_quiet(accounts::QuietHours const& hours, Wakened when)
{
    return fmt::format(
        "quiet hours until {}{}", hours.to,
        when == Wakened::in_time ? "" : ", when it is of no use any more");
}

std::optional<Instant> next_time(std::string const& time, std::string const& name, Instant at)
{
    auto const minute = accounts::minute_of_day(time);
    absl::TimeZone zone;
    if (!minute || !absl::LoadTimeZone(name, &zone))
        return std::nullopt;
    auto const now = absl::FromUnixMicros(to_micros(at));
    auto const on = [&](absl::CivilDay day) {
        auto const found = zone.At(absl::CivilSecond{day} + *minute * 60);
        return found.kind == absl::TimeZone::TimeInfo::SKIPPED ? found.trans : found.pre;
    };
    auto const today = absl::CivilDay{zone.At(now).cs};
    auto day = today;
    while (on(day) <= now)
        ++day;
    return from_micros(absl::ToUnixMicros(on(day)));
}

bool breaks_through(accounts::QuietHours const& hours, accounts::Topic topic)
{
    using accounts::Topic;
    return hours.except_outages && (topic == Topic::unplanned || topic == Topic::recovery);
}

}  // namespace tellfirst::notify
