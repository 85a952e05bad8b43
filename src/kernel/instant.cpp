#include "kernel/instant.hpp"

#include <charconv>
#include <fmt/format.h>

namespace tellfirst {
namespace {

using namespace std::chrono;

constexpr Instant first_moment{sys_days{year{1970} / 1 / 1}};
constexpr Instant end_of_time{sys_days{year{10000} / 1 / 1}};

// Takes text apart from the left; once something did not fit, `ok` stays false.
struct Reader {
    std::string_view rest;
    bool ok = true;

    int number(std::size_t digits)
    {
        int value = 0;
        if (rest.size() < digits)
            return ok = false, 0;
        auto const [end, error] = std::from_chars(rest.data(), rest.data() + digits, value);
        ok = ok && error == std::errc{} && end == rest.data() + digits && rest.front() != '-';
        rest.remove_prefix(digits);
        return value;
    }

    void expect(std::string_view any_of)
    {
        ok = ok && !rest.empty() && any_of.contains(rest.front());
        if (ok)
            rest.remove_prefix(1);
    }
};

microseconds read_fraction(Reader& reader)
{
    constexpr int most_digits = 9;
    std::int64_t value = 0;
    int digits = 0;
    while (!reader.rest.empty() && reader.rest.front() >= '0' && reader.rest.front() <= '9') {
        if (digits < 6)
            value = value * 10 + (reader.rest.front() - '0');
        ++digits;
        reader.rest.remove_prefix(1);
    }
    reader.ok = reader.ok && digits > 0 && digits <= most_digits;
    for (int i = digits; i < 6; ++i)
        value *= 10;
    return microseconds{value};
}

minutes read_offset(Reader& reader)
{
    if (reader.rest == "Z" || reader.rest == "z")
        return minutes{0};
    int const sign = reader.rest.starts_with('-') ? -1 : 1;
    reader.expect("+-");
    auto const hour = reader.number(2);
    reader.expect(":");
    auto const minute = reader.number(2);
    reader.ok = reader.ok && reader.rest.empty() && hour < 24 && minute < 60;
    return minutes{sign * (hour * 60 + minute)};
}

}  // namespace

std::string to_rfc3339(Instant at)
{
    auto const day = floor<days>(at);
    year_month_day const date{day};
    hh_mm_ss const time{at - day};
    auto text = fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        time.hours().count(), time.minutes().count(), time.seconds().count());
    if (time.subseconds().count() != 0)
        text += fmt::format(".{:06}", time.subseconds().count());
    return text + "Z";
}

std::optional<Instant> parse_rfc3339(std::string_view text)
{
    Reader reader{text};
    auto const y = reader.number(4);
    reader.expect("-");
    auto const m = reader.number(2);
    reader.expect("-");
    auto const d = reader.number(2);
    reader.expect("Tt ");
    auto const hour = reader.number(2);
    reader.expect(":");
    auto const minute = reader.number(2);
    reader.expect(":");
    auto const second = reader.number(2);
    microseconds fraction{0};
    if (reader.ok && reader.rest.starts_with('.')) {
        reader.rest.remove_prefix(1);
        fraction = read_fraction(reader);
    }
    auto const offset = read_offset(reader);
    year_month_day const date{
        year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!reader.ok || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    Instant const at =
        sys_days{date} + hours{hour} + minutes{minute} + seconds{second} + fraction - offset;
    if (at < first_moment || at >= end_of_time)
        return std::nullopt;
    return at;
}

std::optional<Duration> parse_duration(std::string_view text)
{
    constexpr std::int64_t ten_years_in_seconds = 10LL * 366 * 24 * 3600;
    std::int64_t count = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || count <= 0 || end + 1 != text.data() + text.size())
        return std::nullopt;
    std::int64_t unit = 0;
    switch (*end) {
    case 's': unit = 1; break;
    case 'm': unit = 60; break;
    case 'h': unit = 3600; break;
    case 'd': unit = 86400; break;
    default: return std::nullopt;
    }
    if (count > ten_years_in_seconds / unit)
        return std::nullopt;
    return seconds{count * unit};
}

}  // namespace tellfirst
