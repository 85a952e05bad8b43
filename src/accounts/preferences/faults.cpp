#include "accounts/preferences/faults.hpp"

#include "accounts/accounts.hpp"
#include "accounts/preferences/preferences.hpp"

#include <iterator>

namespace tellfirst::accounts {
namespace {

// ITU-T E.164: fifteen digits at most; the shortest in use have seven.
constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;

constexpr std::array his_channels{Channel::mail, Channel::sms, Channel::push};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

Faults faults_in_time(std::string field, std::string const& time)
{
    if (minute_of_day(time))
        return {};
    return {{std::move(field), "preferences.bad_time", "is not a time of day such as \"22:00\""}};
}

Faults faults_in_hours(QuietHours const& hours)
{
    auto faults = faults_in_time("quiet_hours.from", hours.from);
    std::ranges::move(faults_in_time("quiet_hours.to", hours.to), std::back_inserter(faults));
    if (faults.empty() && hours.from == hours.to)
        return {{"quiet_hours.to", "preferences.bad_time", "must not be when they begin"}};
    return faults;
}

bool wants_sms(NewPreferences const& wish)
{
    return std::ranges::any_of(wish.choices, [](Choice const& choice) {
        return choice.channel == Channel::sms && !choice.topics.empty();
    });
}

Faults faults_in_phone(NewPreferences const& wish, std::optional<std::string> const& held)
{
    bool const is_needed = wants_sms(wish);
    if (!wish.phone && is_needed)
        return {{"phone", "preferences.needs_phone", "must be given, so that SMS can go there"}};
    if (!wish.phone || international_phone(*wish.phone) || (wish.phone == held && !is_needed))
        return {};
    return {{"phone", "contact.bad_phone", "is not a telephone number such as \"+49151123456\""}};
}

}  // namespace

std::optional<int> minute_of_day(std::string_view time)
{
    if (time.size() != 5 || time[2] != ':' || !is_digit(time[0]) || !is_digit(time[1]) ||
        !is_digit(time[3]) || !is_digit(time[4]))
        return std::nullopt;
    auto const hour = (time[0] - '0') * 10 + (time[1] - '0');
    auto const minute = (time[3] - '0') * 10 + (time[4] - '0');
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return hour * 60 + minute;
}

std::optional<std::string> international_phone(std::string_view text)
{
    std::string plain;
    std::ranges::copy_if(text, std::back_inserter(plain), [](char c) {
        return !std::string_view{" -./"}.contains(c);
    });
    if (plain.size() < 1 + fewest_digits || plain.size() > 1 + most_digits || plain[0] != '+' ||
        plain[1] == '0' || !std::all_of(plain.begin() + 1, plain.end(), is_digit))
        return std::nullopt;
    return plain;
}

Faults faults_in_channels(
    std::span<Choice const> choices, std::span<Channel const> allowed, std::string const& code)
{
    Faults faults;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto const channel = choices[i].channel;
        auto field = fmt::format("choices[{}].channel", i);
        if (std::ranges::find(allowed, channel) == allowed.end())
            faults.push_back({std::move(field), code, "cannot be chosen here"});
        else if (
            std::ranges::find(choices.first(i), channel, &Choice::channel) !=
            choices.first(i).end())
            faults.push_back({std::move(field), "preferences.channel_twice", "stands here twice"});
    }
    return faults;
}

Faults faults_in(NewPreferences const& wish, std::optional<std::string> const& held)
{
    auto faults = faults_in_channels(wish.choices, his_channels, "preferences.not_his_channel");
    auto const add = [&](Faults&& more) { std::ranges::move(more, std::back_inserter(faults)); };
    if (wish.quiet_hours)
        add(faults_in_hours(*wish.quiet_hours));
    if (wish.digest_at)
        add(faults_in_time("digest_at", *wish.digest_at));
    add(faults_in_phone(wish, held));
    if (!is_language(wish.language))
        add({{"language", "language.wrong_form", "is not a language such as \"en\""}});
    if (!is_known_zone(wish.zone))
        add({{"zone", "zone.unknown", "is not a time zone such as \"Europe/Berlin\""}});
    return faults;
}

Faults faults_in_services(
    std::optional<std::vector<ServiceId>> const& services, std::optional<AccountId> account)
{
    if (!services)
        return {};
    if (account)
        return {
            {"services", "preferences.no_subscriber",
             "cannot be chosen: he hears of what his account uses"}};
    if (services->empty())
        return {
            {"services", "preferences.no_services", "must name one, or be left out to name all"}};
    if (services->size() > most_services)
        return {{"services", "preferences.too_many_services", "may name 1,000 at most"}};
    return {};
}

}  // namespace tellfirst::accounts
