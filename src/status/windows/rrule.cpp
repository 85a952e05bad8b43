#include "status/windows/rrule.hpp"

// RFC 5545 can say "every second" and "the 30th of February, for ever", over which a library works
// until the year 2582. Maintenance needs neither, so we read the rule ourselves and let through
// what begins once a day at most and does happen.
#include "kernel/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tellfirst::status {
namespace {

constexpr std::size_t longest_rule = 200;
constexpr std::int64_t highest_interval = 99;  // every 99 years is a jest already
constexpr std::int64_t highest_count = 1'000;

using Parts = RuleParts;

std::optional<std::int64_t> number_in(std::string_view text, std::int64_t least, std::int64_t most)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value < least || value > most ? std::nullopt : std::optional{value};
}

bool is_weekday(std::string_view text)
{
    constexpr std::array<std::string_view, 7> days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return std::ranges::find(days, text) != days.end();
}

// "TH"; where `nth` is allowed also "2TH" and "-1FR".
bool is_day(std::string_view text, bool nth)
{
    if (text.size() < 2 || !is_weekday(text.substr(text.size() - 2)))
        return false;
    auto const place = text.substr(0, text.size() - 2);
    if (place.empty())
        return true;
    auto const number = number_in(place, -5, 5);
    return nth && number && *number != 0;
}

template <class Good>
bool each(std::string_view list, Good const& good)
{
    auto const items = split(list, ',');
    return items.size() <= 31 && std::ranges::all_of(items, good);
}

// One of these days there is in one of these months: the 29th of February is, the 30th is not.
bool is_in_a_month(std::string_view days, std::string_view months)
{
    constexpr std::array<std::int64_t, 12> lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (auto const month : split(months, ','))
        for (auto const day : split(days, ','))
            if (std::abs(*number_in(day, -31, 31)) <=
                lengths.at(static_cast<std::size_t>(*number_in(month, 1, 12) - 1)))
                return true;
    return false;
}

bool is_good(std::string_view name, std::string_view value, bool has_months)
{
    auto const whole = [&](std::int64_t least, std::int64_t most) {
        return [=](std::string_view text) {
            auto const number = number_in(text, least, most);
            return number && *number != 0;
        };
    };
    if (name == "INTERVAL")
        return whole(1, highest_interval)(value);
    if (name == "COUNT")
        return whole(1, highest_count)(value);
    if (name == "BYDAY")
        return each(value, [&](std::string_view day) { return is_day(day, has_months); });
    if (name == "BYMONTHDAY")
        return has_months && each(value, whole(-31, 31));
    if (name == "BYMONTH")
        return each(value, whole(1, 12));
    if (name == "BYSETPOS")
        return has_months && each(value, whole(-5, 5));
    if (name == "WKST")
        return is_weekday(value);
    return name == "FREQ" || name == "UNTIL";
}

// Combinations over which libical would search for ever, or of which nobody knows what they mean.
bool is_sensible(Parts const& parts)
{
    auto const has = [&](std::string_view name) { return parts.contains(name); };
    if (has("COUNT") && has("UNTIL"))
        return false;
    if (has("BYDAY") && has("BYMONTHDAY"))
        return false;
    if (has("BYSETPOS") && !(has("BYDAY") && parts.at("FREQ") == "MONTHLY"))
        return false;
    if (has("BYMONTH") && has("BYMONTHDAY"))
        return is_in_a_month(parts.find("BYMONTHDAY")->second, parts.find("BYMONTH")->second);
    return true;
}

}  // namespace

std::optional<RuleParts> parts_of(std::string_view rule)
{
    Parts parts;
    if (rule.empty() || rule.size() > longest_rule)
        return std::nullopt;
    for (auto const part : split(rule, ';')) {
        auto const equals = part.find('=');
        if (equals == std::string_view::npos ||
            !parts.emplace(part.substr(0, equals), part.substr(equals + 1)).second)
            return std::nullopt;
    }
    return parts;
}

std::int64_t interval_of(RuleParts const& parts)
{
    auto const said = parts.find("INTERVAL");
    return said == parts.end() ? 1 : number_in(said->second, 1, highest_interval).value_or(1);
}

Problem bad_rule()
{
    return invalid(
        "series.bad_rule", "rule",
        "Give a rule such as FREQ=WEEKLY;BYDAY=TH or FREQ=MONTHLY;BYDAY=-1SU, with INTERVAL, "
        "COUNT, "
        "UNTIL, BYMONTH, BYMONTHDAY or BYSETPOS where they make sense.");
}

Result<void> check_rule(std::string_view rule)
{
    auto const parts = parts_of(rule);
    if (!parts || !parts->contains("FREQ"))
        return bad_rule();
    std::string_view const often = parts->find("FREQ")->second;
    for (std::string_view const too_often : {"SECONDLY", "MINUTELY", "HOURLY"})
        if (often == too_often)
            return invalid("series.too_often", "rule", "A window recurs once a day at most.");
    bool const has_months = often == "MONTHLY" || often == "YEARLY";
    if (!has_months && often != "DAILY" && often != "WEEKLY")
        return bad_rule();
    for (auto const& [name, value] : *parts) {
        if (name == "BYHOUR" || name == "BYMINUTE" || name == "BYSECOND")
            return invalid("series.too_often", "rule", "The time of day is that of the first.");
        if (!is_good(name, value, has_months))
            return bad_rule();
    }
    if (!is_sensible(*parts))
        return bad_rule();
    return {};
}

}  // namespace tellfirst::status
