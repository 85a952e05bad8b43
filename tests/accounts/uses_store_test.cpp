#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

constexpr ServiceId search{11}, mail{13};
using Ids = std::vector<ServiceId>;

// Ada on the plan Pro, whose list and rule change by the hour.
struct Story {
    support::World& world;
    Instant start = world.now();
    PlanId plan = world.write([](Call& call) { return add_plan(call, plan_named("Pro")); })->id;
    AccountId ada = begin({});

    AccountId begin(std::optional<Ids> services)
    {
        return world
            .write([&](Call& call) {
                return add_account(
                    call, {.name = "Ada", .plan = plan, .services = std::move(services)});
            })
            ->id;
    }
    void list(std::optional<Ids> services)
    {
        world.pass(1h);
        (void)world
            .write([&](Call& call) { return change_exposure(call, ada, std::move(services)); })
            .value();
    }
    void rule(Ids const& services)
    {
        world.pass(1h);
        (void)world.write([&](Call& call) { return change_exposure_of_plan(call, plan, services); })
            .value();
    }
    [[nodiscard]] std::vector<DatedUses> uses(Duration from, Duration to)
    {
        return world.read(
            [&](Call& call) { return uses_during(call.tx, ada, start + from, start + to); });
    }
};

}  // namespace

TEST_CASE("uses_during: what was known when, by its own list and by its plan's rule")
{
    support::for_each_database([](support::World& world) {
        Story story{.world = world};
        story.list(Ids{search});
        story.list(Ids{search, uploads});
        story.rule({mail});
        story.list(std::nullopt);
        story.rule({});
        auto const at = [&](int hours) { return story.start + std::chrono::hours{hours}; };
        CHECK(
            story.uses(0h, 9h) == std::vector<DatedUses>{
                                      {at(0), std::nullopt},
                                      {at(1), Ids{search}},
                                      {at(2), Ids{search, uploads}},
                                      {at(3), Ids{search, mail, uploads}},
                                      {at(4), Ids{mail}},
                                      {at(5), std::nullopt}});
    });
}

TEST_CASE("uses_during: a period begins with what held then, and what changes at its end is none")
{
    support::World world;
    Story story{.world = world};
    story.list(Ids{search});
    story.list(Ids{});
    CHECK(story.uses(90min, 2h) == std::vector<DatedUses>{{story.start + 90min, Ids{search}}});
    CHECK(story.uses(2h, 3h) == std::vector<DatedUses>{{story.start + 2h, Ids{}}});
}
