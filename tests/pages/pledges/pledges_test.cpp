#include "pages/pledges/pledges.hpp"

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
    plan.name = "Pro";
    plan.notice_lead_hours = notice_lead_hours;
    plan.first_word_minutes = first_word_minutes;
    return plan;
}

// Work told 48 and 47 hours before and not at all; trouble told after 15 and 16 minutes.
Record const record{
    .notices = {{noon, noon - 48h}, {noon, noon - 47h}, {noon, std::nullopt}},
    .first_words = {{noon, noon + 15min}, {noon, noon + 16min}},
    .next_words = {.kept = 199, .missed = 1}};

}  // namespace

TEST_CASE("pledges_of: each plan's own terms are what is pledged and what is counted by")
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
    auto const found = world.read([](Call& call) { return look_at_record(call); });
    REQUIRE(found.first_words.size() == 1);
    CHECK(*found.first_words[0].told_at - found.first_words[0].began == 20min);
    CHECK(found.notices.empty());
}
