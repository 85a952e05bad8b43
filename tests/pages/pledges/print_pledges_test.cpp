#include "pages/pledges/print_pledges.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

Site site()
{
    Site site;
    site.brand.name = "Smug";
    site.base_url = "https://status.smug.test";
    PlanPledges pro;
    pro.name = "Pro <i>";
    pro.notice_lead_hours = 48;
    pro.first_word_minutes = 15;
    pro.topics = {accounts::Topic::planned, accounts::Topic::unplanned};
    pro.besides = {
        {.channel = accounts::Channel::sms, .topics = {accounts::Topic::unplanned}},
        {.channel = accounts::Channel::push, .topics = {}}};
    pro.notices = {.kept = 3, .of = 4, .percent = "75"};
    site.pledges = {
        .plans = {pro},
        .next_words = {.kept = 9, .of = 9, .percent = "100"},
        .estimates = {.kept = 1, .of = 2, .percent = "50"}};
    return site;
}

}  // namespace

TEST_CASE("print_pledges: what the plan says is what the page says, with how often it was kept")
{
    auto const outputs = print_pledges(site());
    REQUIRE(outputs.size() == 3);
    CHECK(outputs[0].path == "/how-we-tell-you");
    for (auto const* const text :
         {"Pro &lt;i&gt;", "at least 48 hours before it begins", "3 of 4 (75 %)",
          "within 15 minutes of its beginning", "nothing yet", "planned work, trouble",
          "9 of 9 (100 %)", "The time that we name last for the end is kept.", "1 of 2 (50 %)",
          "By SMS, where we have your number: trouble."})
        CHECK_MESSAGE(outputs[0].body.contains(text), text);
    CHECK_FALSE(outputs[0].body.contains("In each browser"));
}

TEST_CASE("print_pledges: another term of the plan is another page")
{
    auto changed = site();
    changed.pledges.plans[0].notice_lead_hours = 1;
    CHECK(print_pledges(changed)[0].body.contains("at least 1 hour before"));
}

TEST_CASE("print_pledges: in German below /de, and as JSON")
{
    auto const outputs = print_pledges(site());
    CHECK(outputs[1].path == "/de/how-we-tell-you");
    CHECK(outputs[1].body.contains("mindestens 48 Stunden vor Beginn"));
    CHECK(outputs[2].type == "application/json");
    auto const json = parse_json(outputs[2].body);
    REQUIRE(json);
    CHECK(json->at("plans").at(0).at("first_word_minutes") == 15);
}
