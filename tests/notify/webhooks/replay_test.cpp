#include "jobs/jobs.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/webhooks.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

struct Fixture {
    support::World& world;
    AccountId account = account_of(world, add(world, {.name = "ada"}));
    WebhookId id = hook(world, account, {.url = "https://hooks.example/in"});

    WebhookPost first()
    {
        return world.read(
            [&](Call& call) { return store::first_post(call.tx, id, call.now).value(); });
    }
    void end_all(State state)
    {
        world.write([&](Call& call) {
            store::end_posts(call.tx, id, {.state = state, .reason = "a test", .at = call.now});
        });
    }
    Result<void> replay(WebhookDeliveryId delivery)
    {
        return world.write([&](Call& call) {
            return replay_webhook(call, {.account = account, .webhook = id}, delivery);
        });
    }
};

}  // namespace

TEST_CASE("replay_webhook: what failed is due at once, from the beginning of the schedule")
{
    support::for_each_database([](support::World& world) {
        Fixture its{world};
        (void)say(world, outage(1));
        auto const delivery = its.first().id;
        world.pass(1min);
        its.end_all(State::failed);
        REQUIRE(its.replay(delivery));
        auto const again = its.first();
        CHECK(again.id == delivery);
        CHECK(again.due_at == world.now());
        CHECK(again.step == 0);
        auto const due = world.read([](Call& call) { return jobs::next_due(call.tx); });
        CHECK(*due <= world.now());
    });
}

TEST_CASE("replay_webhook: what waits already goes on waiting")
{
    support::World world;
    Fixture its{world};
    (void)say(world, outage(1), 30s);
    REQUIRE(its.replay(its.first().id));
    CHECK(its.first().due_at == world.now() + 30s);
}

TEST_CASE("replay_webhook: needs a delivery of this webhook, and a webhook that is on")
{
    support::World world;
    Fixture its{world};
    (void)say(world, outage(1));
    auto const delivery = its.first().id;
    its.end_all(State::accepted);
    CHECK(its.replay(WebhookDeliveryId{5}).error().code == "delivery.not_found");
    Fixture other{world, account_of(world, add(world, {.name = "bob"}))};
    CHECK(other.replay(delivery).error().code == "delivery.not_found");
    world.write([&](Call& call) {
        Webhook off = store::find_webhook(call.tx, its.id).value();
        off.state = WebhookState::disabled;
        store::save_webhook(call.tx, off);
    });
    CHECK(its.replay(delivery).error().code == "webhook.disabled");
}

TEST_CASE("replay_webhook: what its partner never released is not posted")
{
    support::for_each_database([](support::World& world) {
        auto const bob = add_at_partner(world, {.name = "bob"});
        Fixture its{world, account_of(world, bob)};
        auto const lens = partner_of(world);
        REQUIRE(world.write(
            [&](Call& call) { return change_forwards(call, lens, {.mode = Forwarding::held}); }));
        auto const held = say(world, outage(1), 0s);
        auto const delivery = *world.read([](Call& call) {
            return call.tx.one<WebhookDeliveryId>("SELECT id FROM notify_webhook_deliveries");
        });
        its.end_all(State::superseded);
        CHECK(its.replay(delivery).error().code == "delivery.not_released");
        world.write([&](Call& call) {
            call.tx.run(
                "UPDATE notify_holds SET released_at = :at WHERE notice = :notice",
                {{"at", call.now}, {"notice", held}});
        });
        CHECK(its.replay(delivery));
    });
}
