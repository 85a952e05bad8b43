#include "wire/words/moments.hpp"

#include "kernel/text.hpp"

#include <absl/time/time.h>
#include <fmt/format.h>

#include <array>

namespace tellfirst::words {
namespace {

struct Words {
    std::array<std::string_view, 7> weekdays;  // Monday first
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 12> whole_months;
    std::string_view day;  // of the month, month
    std::string_view days;
};

constexpr Words english{
    .weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    .months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    .whole_months =
        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"},
    .day = "{} {}",
    .days = "days"};
constexpr Words german{
    .weekdays = {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
    .months =
        {"Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez"},
    .whole_months =
        {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"},
    .day = "{}. {}",
    .days = "Tage"};

Words const& words_in(Language language)
{
    return language == Language::de ? german : english;
}

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

std::string day_words(absl::CivilDay day, Words const& words)
{
    auto const month = words.months[static_cast<std::size_t>(day.month() - 1)];
    return fmt::format(fmt::runtime(words.day), day.day(), month);
}

}  // namespace

Language language_of(std::string_view tag)
{
    auto const language = ascii_lower(tag.substr(0, tag.find('-')));
    return language == "de" ? Language::de : Language::en;
}

std::string short_moment(Instant at, Reader const& reader, Instant today)
{
    auto const local = in_zone(at, reader.zone);
    auto const clock = fmt::format("{} {}", local.clock(), local.civil.zone_abbr);
    if (local.day() == in_zone(today, reader.zone).day())
        return clock;
    return fmt::format("{} {}", day_words(local.day(), words_in(reader.language)), clock);
}

std::string full_moment(Instant at, Reader const& reader)
{
    auto const& words = words_in(reader.language);
    auto const local = in_zone(at, reader.zone);
    auto const weekday = static_cast<std::size_t>(absl::GetWeekday(local.day()));
    auto text = fmt::format(
        "{} {} {}, {} {}", words.weekdays[weekday], day_words(local.day(), words),
        local.day().year(), local.clock(), local.civil.zone_abbr);
    auto const utc = in_zone(at, "UTC");
    if (utc.civil.cs == local.civil.cs)
        return text;
    auto const other_day =
        utc.day() == local.day() ? std::string{} : day_words(utc.day(), words) + " ";
    return text + fmt::format(" ({}{} UTC)", other_day, utc.clock());
}

std::string span_of(Duration length, Language language)
{
    using namespace std::chrono;
    auto const whole = duration_cast<minutes>(std::max(length, Duration{0})).count();
    constexpr std::int64_t minutes_a_day = 24 * 60;
    if (whole < 60)
        return fmt::format("{} min", whole);
    if (whole < 2 * minutes_a_day)
        return whole % 60 == 0 ? fmt::format("{} h", whole / 60)
                               : fmt::format("{} h {} min", whole / 60, whole % 60);
    return fmt::format("{} {}", whole / minutes_a_day, words_in(language).days);
}

std::string exact_span_of(std::chrono::seconds length)
{
    auto const all = std::max<std::int64_t>(length.count(), 0);
    std::string text;
    auto const add = [&text](std::int64_t count, std::string_view unit) {
        if (count > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : " ", count, unit);
    };
    add(all / 3600, "h");
    add(all / 60 % 60, "min");
    add(all % 60, "s");
    return text.empty() ? "0 s" : text;
}

std::string month_of(Instant at, Reader const& reader)
{
    auto const day = in_zone(at, reader.zone).day();
    auto const month = static_cast<std::size_t>(day.month() - 1);
    return fmt::format("{} {}", words_in(reader.language).whole_months[month], day.year());
}

}  // namespace tellfirst::words
