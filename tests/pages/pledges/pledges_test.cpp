#include "pages/pledges/pledges.hpp"

#include "accounts/accounts.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

constexpr auto noon = support::test_start + 2h;

accounts::Plan plan(std::int64_t notice_lead_hours, std::int64_t first_word_minutes)
{
    accounts::Plan plan;
    plan.id = PlanId{1};
    plan.name = "Pro";
    plan.notice_lead_hours = notice_lead_hours;
    plan.first_word_minutes = first_word_minutes;
    return plan;
}

std::vector<PlanId> const theirs{PlanId{1}};
std::vector<PlanId> const others{PlanId{2}};

// Work told 48 and 47 hours before and not at all; trouble told after 15 and 16 minutes. What
// touched another plan alone was told too late.
Record const record{
    .notices =
        {{noon, noon - 48h, theirs},
         {noon, noon - 47h, theirs},
         {noon, noon - 1h, others},
         {noon, std::nullopt, theirs}},
    .first_words =
        {{noon, noon + 15min, theirs}, {noon, noon + 16min, theirs}, {noon, noon + 2h, others}},
    .next_words = {.kept = 199, .missed = 1},
    .estimates = {.kept = 3, .missed = 1}};

}  // namespace

TEST_CASE("pledges_of: each plan's own terms, and what touched its customers, are what is counted")
{
    auto const pledges = pledges_of({plan(48, 15), plan(24, 30)}, record);
    REQUIRE(pledges.plans.size() == 2);
    CHECK(pledges.plans[0].notice_lead_hours == 48);
    CHECK(pledges.plans[0].notices == Kept{.kept = 1, .of = 3, .percent = "33"});
    CHECK(pledges.plans[0].first_words == Kept{.kept = 1, .of = 2, .percent = "50"});
    CHECK(pledges.plans[1].notices == Kept{.kept = 2, .of = 3, .percent = "66"});
    CHECK(pledges.plans[1].first_words == Kept{.kept = 2, .of = 2, .percent = "100"});
}

TEST_CASE("pledges_of: what was missed once is never shown as all")
{
    CHECK(pledges_of({}, record).next_words == Kept{.kept = 199, .of = 200, .percent = "99"});
    CHECK(pledges_of({}, record).estimates == Kept{.kept = 3, .of = 4, .percent = "75"});
    REQUIRE(rc::check([] {
        auto const of = *rc::gen::inRange(1, 100'000);
        auto const kept = *rc::gen::inRange(0, of + 1);
        RC_ASSERT((kept_of(kept, of).percent == "100") == (kept == of));
    }));
}

TEST_CASE("pledges_of: where there was nothing to keep, no share is claimed")
{
    CHECK(pledges_of({plan(24, 30)}, {}).plans[0].notices == Kept{});
}

TEST_CASE("look_at_record: what happened in the last 90 days, and nothing before")
{
    support::World world;
    auto const publish = [&](Duration after) {
        world.write([&](Call& call) {
            auto const services = status::services(call.tx);
            status::NewIncident wish;
            wish.title = "Statistics are late";
            wish.text = "We look for the cause.";
            wish.services = {{.service = services.front().id}};
            wish.next_word_at = call.now + 1h;
            wish.started_at = call.now - after;
            (void)status::publish(call, wish).value();
        });
    };
    world.write(
        [](Call& call) { (void)status::add_service(call, {.name = "Statistics"}).value(); });
    publish(10min);
    world.pass(std::chrono::days{91});
    publish(20min);
    auto const found = world.read([](Call& call) { return look_at_record(call, {}, {}); });
    REQUIRE(found.first_words.size() == 1);
    CHECK(*found.first_words[0].told_at - found.first_words[0].began == 20min);
    CHECK(found.notices.empty());
}

TEST_CASE("look_at_record: what a plan turns on besides mail is pledged, too (R-98)")
{
    support::World world;
    using accounts::Channel;
    using accounts::Topic;
    std::vector<accounts::Choice> const by_sms{
        {.channel = Channel::sms, .topics = {Topic::unplanned}}};
    auto const pro = world.write([&](Call& call) {
        accounts::NewPlan wish;
        wish.name = "Pro";
        auto const plan = accounts::add_plan(call, wish).value();
        (void)accounts::choose_preferences_of_plan(call, plan.id, {.choices = by_sms}).value();
        return plan;
    });
    auto const pledges =
        world.read([&](Call& call) { return pledges_of({pro}, look_at_record(call, {pro}, {})); });
    CHECK(std::ranges::count(pledges.plans[0].besides, by_sms[0]) == 1);
}
