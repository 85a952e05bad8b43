#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/webhooks.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("remove_webhook: it is gone with all that was to go there, and a later word goes nowhere")
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
            CHECK(store::posts_of(call.tx, id, std::nullopt, 10).empty());
        });
        CHECK(
            std::ranges::count(facts_told(world), support::ToldFact{"WebhookRemoved", id.text()}) ==
            1);
        CHECK(remove().error().code == "webhook.not_found");
    });
}
