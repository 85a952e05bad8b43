#include "accounts/faults.hpp"

#include "accounts/accounts.hpp"

namespace tellfirst::accounts {
namespace {

constexpr std::size_t most_windows_a_day = 10;
constexpr std::size_t most_holidays = 500;
constexpr int minutes_a_day = 24 * 60;

// At most four digits are ever asked for.
std::optional<int> number(std::string_view digits)
{
    int value = 0;
    for (char const digit : digits) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        value = value * 10 + (digit - '0');
    }
    return value;
}

// "09:30" -> 570; "24:00" only ends a day.
std::optional<int> minute_of_day(std::string_view time)
{
    if (time.size() != 5 || time[2] != ':')
        return std::nullopt;
    auto const hour = number(time.substr(0, 2));
    auto const minute = number(time.substr(3));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > minutes_a_day)
        return std::nullopt;
    return *hour * 60 + *minute;
}

bool is_window(DayWindow const& window)
{
    auto const opens = minute_of_day(window.opens);
    auto const closes = minute_of_day(window.closes);
    return opens && closes && *opens < *closes;
}

bool is_date(std::string_view date)
{
    if (date.size() != 10 || date[4] != '-' || date[7] != '-')
        return false;
    auto const year = number(date.substr(0, 4));
    auto const month = number(date.substr(5, 2));
    auto const day = number(date.substr(8));
    if (!year || !month || !day)
        return false;
    return std::chrono::year_month_day{
        std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
        std::chrono::day{static_cast<unsigned>(*day)}}
        .ok();
}

Faults faults_in_day(std::string const& path, std::vector<DayWindow> const& windows)
{
    if (windows.size() > most_windows_a_day)
        return {{path, "calendar.bad_window", "must not have more than 10 windows"}};
    Faults faults;
    for (std::size_t i = 0; i < windows.size(); ++i)
        if (!is_window(windows[i]))
            faults.push_back(
                {fmt::format("{}[{}]", path, i), "calendar.bad_window",
                 "must open before it closes, as in \"09:00\" and \"18:00\""});
    return faults;
}

}  // namespace

Faults faults_in(NewCalendar const& wish)
{
    auto faults = faults_in_name("calendar", "name", wish.name);
    auto const add = [&](Faults const& more) {
        faults.insert(faults.end(), more.begin(), more.end());
    };
    if (!is_known_zone(wish.zone))
        faults.push_back({"zone", "zone.unknown", "is not a time zone such as \"Europe/Berlin\""});

    bool opens_at_all = false;
    boost::mp11::mp_for_each<MembersOf<Week>>([&](auto day) {
        auto const& windows = wish.week.*day.pointer;
        opens_at_all |= !windows.empty();
        add(faults_in_day(std::string{"week."} + day.name, windows));
    });
    if (!opens_at_all)
        faults.push_back({"week", "calendar.never_open", "must be open on some day"});

    if (wish.holidays.size() > most_holidays)
        faults.push_back({"holidays", "calendar.bad_date", "must not be more than 500"});
    for (std::size_t i = 0; i < std::min(wish.holidays.size(), most_holidays); ++i) {
        auto const path = fmt::format("holidays[{}].", i);
        if (!is_date(wish.holidays[i].date))
            faults.push_back(
                {path + "date", "calendar.bad_date", "is not a date such as \"2026-12-24\""});
        add(faults_in_day(path + "windows", wish.holidays[i].windows));
    }
    return faults;
}

}  // namespace tellfirst::accounts
