#include "accounts/preferences/faults.hpp"

#include "accounts/accounts.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;

namespace {

using Codes = std::vector<std::string>;

Codes codes(NewPreferences const& wish, std::optional<std::string> const& held = std::nullopt)
{
    Codes found;
    for (auto const& fault : faults_in(wish, held))
        found.push_back(fault.field + " " + fault.code);
    return found;
}

}  // namespace

TEST_CASE("preferences: a contact chooses mail, SMS and push, each once")
{
    NewPreferences wish{.phone = "+49151123456"};
    wish.choices = {
        {Channel::mail, {Topic::planned}}, {Channel::sms, {Topic::unplanned}}, {Channel::push, {}}};
    CHECK(codes(wish).empty());
    wish.choices[1].channel = Channel::webhook;
    wish.choices[2].channel = Channel::mail;
    CHECK(
        codes(wish) == Codes{
                           "choices[1].channel preferences.not_his_channel",
                           "choices[2].channel preferences.channel_twice"});
}

TEST_CASE("preferences: SMS need a number that can be called from everywhere")
{
    NewPreferences wish{.choices = {{Channel::sms, {Topic::unplanned}}}};
    CHECK(codes(wish) == Codes{"phone preferences.needs_phone"});
    wish.phone = "030 123456";
    CHECK(codes(wish) == Codes{"phone contact.bad_phone"});
    CHECK(codes(wish, "030 123456") == Codes{"phone contact.bad_phone"});
    wish.choices[0].topics.clear();
    CHECK(codes(wish, "030 123456").empty());  // it may stay as long as nothing goes there
}

TEST_CASE("international_phone: is as E.164 has it, whatever people put between digits")
{
    CHECK(international_phone("+49 151 123-456") == "+49151123456");
    CHECK(international_phone("+1.415.555/2671") == "+14155552671");
    CHECK(international_phone("+123456789012345") == "+123456789012345");
    for (auto const* text :
         {"", "+", "030123456", "0049151123456", "+0151123456", "+49 (0)151 123456", "+123456",
          "+1234567890123456", "+49151x23456"})
        CHECK_MESSAGE(!international_phone(text), text);
}

TEST_CASE("preferences: times are times of a day, and quiet hours do not last all day")
{
    NewPreferences wish{.quiet_hours = QuietHours{"22:00", "07:00"}, .digest_at = "08:00"};
    CHECK(codes(wish).empty());
    wish.quiet_hours = QuietHours{"22:00", "22:00"};
    CHECK(codes(wish) == Codes{"quiet_hours.to preferences.bad_time"});
    wish = {.quiet_hours = QuietHours{"24:00", "7:00"}, .digest_at = "8 am"};
    CHECK(
        codes(wish) == Codes{
                           "quiet_hours.from preferences.bad_time",
                           "quiet_hours.to preferences.bad_time",
                           "digest_at preferences.bad_time"});
}

TEST_CASE("preferences: language and zone are such")
{
    NewPreferences const wish{.language = "German", .zone = "Berlin"};
    CHECK(codes(wish) == Codes{"language language.wrong_form", "zone zone.unknown"});
}

TEST_CASE("minute_of_day: reads hours and minutes, and nothing else")
{
    CHECK(minute_of_day("00:00") == 0);
    CHECK(minute_of_day("07:30") == 450);
    CHECK(minute_of_day("23:59") == 1439);
    for (auto const* text : {"", "7:30", "24:00", "12:60", "12.30", "-1:30", "12:3x", "12:30:00"})
        CHECK_MESSAGE(!minute_of_day(text), text);
}

TEST_CASE("preferences: some services are one at least, and only who has no account chooses them")
{
    auto const code = [](std::vector<ServiceId> const& services, std::optional<AccountId> account) {
        auto const faults = faults_in_services(services, account);
        return faults.empty() ? std::string{} : faults.front().code;
    };
    CHECK(code({ServiceId{101}}, {}).empty());
    CHECK(faults_in_services({}, AccountId{1}).empty());
    CHECK(code({}, {}) == "preferences.no_services");
    CHECK(code({ServiceId{101}}, AccountId{1}) == "preferences.no_subscriber");
    CHECK(code(std::vector<ServiceId>(most_services), {}).empty());
    CHECK(code(std::vector<ServiceId>(most_services + 1), {}) == "preferences.too_many_services");
}
