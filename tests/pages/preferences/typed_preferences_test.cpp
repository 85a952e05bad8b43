#include "pages/preferences/typed_preferences.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using accounts::Channel;
using accounts::Choice;
using accounts::Preferences;
using accounts::Topic;

namespace {

// Who follows a plan that mails him of outages.
Preferences follower()
{
    Preferences before;
    before.plan_choices = {
        {Channel::mail, {Topic::unplanned}}, {Channel::sms, {}}, {Channel::push, {}}};
    before.zone = "Europe/Berlin";
    before.language = "de";
    return before;
}

std::vector<Choice> choices_of(std::string_view form, Preferences const& before)
{
    return read_preferences(*http::parse_form(form), before, Sms::offered).choices;
}

}  // namespace

TEST_CASE("topics_in_force: his own choice, else his plan's, else none")
{
    auto preferences = follower();
    CHECK(topics_in_force(preferences, Channel::mail) == std::vector{Topic::unplanned});
    preferences.choices = {{Channel::mail, {Topic::news}}};
    CHECK(topics_in_force(preferences, Channel::mail) == std::vector{Topic::news});
    CHECK(topics_in_force(Preferences{}, Channel::mail).empty());
}

TEST_CASE("read_preferences: a channel left as the plan has it goes on following the plan")
{
    CHECK(choices_of("mail.unplanned=on", follower()).empty());
}

TEST_CASE("read_preferences: a channel that was changed is his own from then on, whole")
{
    CHECK(
        choices_of("mail.unplanned=on&mail.news=on", follower()) ==
        std::vector<Choice>{{Channel::mail, {Topic::unplanned, Topic::news}}});
    CHECK(choices_of("", follower()) == std::vector<Choice>{{Channel::mail, {}}});
    CHECK(
        choices_of("mail.unplanned=on&sms.recovery=on", follower()) ==
        std::vector<Choice>{{Channel::sms, {Topic::recovery}}});
}

TEST_CASE("read_preferences: what was his own stays his own, also where it is as the plan says")
{
    auto before = follower();
    before.choices = {{Channel::mail, {Topic::news}}};
    CHECK(
        choices_of("mail.unplanned=on", before) ==
        std::vector<Choice>{{Channel::mail, {Topic::unplanned}}});
}

TEST_CASE("read_preferences: nobody ticks an account's webhook or a topic that there is not")
{
    CHECK(choices_of("mail.unplanned=on&webhook.news=on&mail.weather=on", follower()).empty());
}

TEST_CASE("read_preferences: times, form, language, zone and number are as they were typed")
{
    auto const wish = read_preferences(
        *http::parse_form(
            "quiet_from=22%3A00&quiet_to=07%3A00&except_outages=on&digest_at=08%3A00&short_text=on"
            "&language=en&zone=+Asia%2FKolkata+&phone=%2B49+151+23"),
        follower(), Sms::offered);
    CHECK(
        wish.quiet_hours ==
        accounts::QuietHours{.from = "22:00", .to = "07:00", .except_outages = true});
    CHECK(wish.digest_at == "08:00");
    CHECK(wish.short_text);
    CHECK(wish.language == "en");
    CHECK(wish.zone == "Asia/Kolkata");
    CHECK(wish.phone == "+49 151 23");
}

TEST_CASE("read_preferences: an empty field is none, or what it was")
{
    auto const wish = read_preferences(
        *http::parse_form("quiet_from=&quiet_to=&digest_at=&zone=&phone="), follower(),
        Sms::offered);
    CHECK_FALSE(wish.quiet_hours);
    CHECK_FALSE(wish.digest_at);
    CHECK_FALSE(wish.short_text);
    CHECK_FALSE(wish.phone);
    CHECK(wish.zone == "Europe/Berlin");
    CHECK(wish.language == "de");
}

TEST_CASE("read_preferences: half of the quiet hours is not none of them")
{
    auto const wish =
        read_preferences(*http::parse_form("quiet_from=22%3A00"), follower(), Sms::offered);
    REQUIRE(wish.quiet_hours);
    CHECK(wish.quiet_hours->to.empty());
}

TEST_CASE("read_preferences: what is not offered stays as it was")
{
    auto before = follower();
    before.plan_choices = {{Channel::mail, {Topic::unplanned, Topic::tickets}}};
    CHECK(choices_of("mail.unplanned=on", before).empty());
    CHECK(
        choices_of("mail.news=on", before) ==
        std::vector<Choice>{{Channel::mail, {Topic::news, Topic::tickets}}});
    CHECK(choices_of("mail.unplanned=on&mail.tickets=on", follower()).empty());
}

TEST_CASE("read_preferences: where no SMS can be sent, what was chosen of it waits for better days")
{
    auto before = follower();
    before.choices = {{Channel::sms, {Topic::unplanned}}};
    before.phone = "+4915123456";
    auto const wish =
        read_preferences(*http::parse_form("mail.news=on&sms.news=on&phone="), before, Sms::none);
    CHECK(
        wish.choices ==
        std::vector<Choice>{{Channel::sms, {Topic::unplanned}}, {Channel::mail, {Topic::news}}});
    CHECK(wish.phone == "+4915123456");
}
