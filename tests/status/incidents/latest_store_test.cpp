#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

using Ids = std::vector<IncidentId>;

template <class Found>
Ids ids_of(std::vector<Found> const& all)
{
    Ids ids;
    for (auto const& one : all)
        ids.push_back(one.id);
    return ids;
}

struct Trouble {
    support::World& world;
    ServiceId galleries = service(world, "Galleries").id;
    ServiceId heron = world.write(
        [](Call& call) { return add_service(call, {.name = "Heron", .is_public = false})->id; });

    IncidentId on(ServiceId hit, std::optional<AccountId> account = std::nullopt) const
    {
        world.pass(1s);
        auto wish = outage_of(world, hit);
        wish.account = account;
        return publish(world, wish).value().id;
    }
    [[nodiscard]] Ids latest(Latest wish) const
    {
        wish.ended_since = world.now() - 1h;
        return world.read(
            [&](Call& call) { return ids_of(latest_incidents(call.tx, call.now, wish)); });
    }
};

AccountId account_of(support::World& world, ContactId contact)
{
    return world.read(
        [&](Call& call) { return *accounts::find_contact(call.tx, contact)->account; });
}

}  // namespace

TEST_CASE("latest_store: what some or one account have takes no place from what everybody has")
{
    support::for_each_database([](support::World& world) {
        Trouble const trouble{world};
        auto const ada = account_of(world, customer(world, "Ada"));
        auto const bob = account_of(world, customer(world, "Bob"));
        auto const everybodys = trouble.on(trouble.galleries);
        auto const some = trouble.on(trouble.heron);
        auto const his = trouble.on(trouble.galleries, bob);
        auto const hers = trouble.on(trouble.galleries, ada);
        (void)trouble.on(trouble.galleries, ada);
        auto const newest = trouble.on(trouble.galleries, ada);

        CHECK(trouble.latest({.most = 1}) == Ids{newest, some, everybodys});
        CHECK(trouble.latest({.account = bob, .most = 1}) == Ids{his, some, everybodys});
        CHECK(trouble.latest({.account = ada, .most = 1}) == Ids{newest, some, everybodys});
        auto const all_hers = trouble.latest({.account = ada, .most = 9});
        CHECK(all_hers.size() == 5);
        CHECK(std::ranges::count(all_hers, hers) == 1);
        CHECK(std::ranges::count(all_hers, his) == 0);
    });
}

TEST_CASE("latest_store: what ended of late is among them, however many began after it")
{
    support::for_each_database([](support::World& world) {
        Trouble const trouble{world};
        auto const old = trouble.on(trouble.galleries);
        auto const newer = trouble.on(trouble.galleries);
        CHECK(trouble.latest({.most = 1}) == Ids{newer});
        REQUIRE(resolve(world, old));
        CHECK(trouble.latest({.most = 1}) == Ids{newer, old});
        world.pass(2h);
        CHECK(trouble.latest({.most = 1}) == Ids{newer});
    });
}

TEST_CASE("latest_store: a period has what lies in a part of it and everybody could see")
{
    support::for_each_database([](support::World& world) {
        Trouble const trouble{world};
        auto const ada = account_of(world, customer(world, "Ada"));
        auto const first = trouble.on(trouble.galleries);
        REQUIRE(resolve(world, first));
        auto const end = world.now();
        (void)trouble.on(trouble.heron);
        (void)trouble.on(trouble.galleries, ada);
        auto const open = trouble.on(trouble.galleries);
        auto const in = [&](Instant from, Instant to) {
            return world.read(
                [&](Call& call) { return ids_of(public_incidents(call.tx, from, to)); });
        };
        CHECK(in(end - 1h, end + 1h) == Ids{open, first});
        CHECK(in(end, world.now()).empty());
        CHECK(in(end, world.now() + 1us) == Ids{open});
    });
}
