#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/webhooks.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("remove_webhook: nothing goes there any more, and what was to go stays in the proof")
{
    support::for_each_database([](support::World& world) {
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const id = hook(world, account, {.url = "https://hooks.example/in"});
        (void)say(world, outage(1));
        auto const remove = [&] {
            return world.write([&](Call& call) {
                return remove_webhook(call, {.account = account, .webhook = id});
            });
        };
        REQUIRE(remove());
        (void)say(world, outage(2));
        world.read([&](Call& call) {
            CHECK_FALSE(store::find_webhook(call.tx, id));
            CHECK(store::posts_of(call.tx, id, std::nullopt, 10).size() == 1);
        });
        auto const line = proof(world).deliveries.back();
        CHECK(line.name == "hooks.example");
        CHECK(bool{line.state == State::cancelled});
        CHECK(line.reason == "the webhook was removed");
        CHECK(
            std::ranges::count(facts_told(world), support::ToldFact{"WebhookRemoved", id.text()}) ==
            1);
        CHECK(remove().error().code == "webhook.not_found");
    });
}
