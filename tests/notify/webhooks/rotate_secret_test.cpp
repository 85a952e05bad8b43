#include "notify/webhooks/receiver.hpp"
#include "notify/webhooks/secret.hpp"
#include "notify/webhooks/webhooks.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("rotate_webhook_secret: both secrets sign for a day, the new one first")
{
    support::for_each_database([](support::World& world) {
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const id = hook(world, account, {.url = "https://hooks.example/in"});
        auto const rotate = [&](AccountId whose) {
            return world.write([&](Call& call) {
                return rotate_webhook_secret(call, {.account = whose, .webhook = id});
            });
        };
        auto const secrets = [&] {
            return signing_secrets(world.settings, endpoint(world, id), world.now());
        };
        REQUIRE(rotate(account));
        auto const old = secrets().front();
        auto const rotated = rotate(account);
        REQUIRE(rotated);
        CHECK(rotated->old_until == world.now() + 24h);
        REQUIRE(secrets().size() == 2);
        CHECK(secrets()[0] != old);
        CHECK(secrets()[1] == old);
        world.pass(24h);
        CHECK(secrets().size() == 1);
        CHECK(
            std::ranges::count(
                facts_told(world), support::ToldFact{"WebhookSecretRotated", id.text()}) == 2);
        CHECK(rotate(AccountId{4}).error().code == "webhook.not_found");
    });
}
