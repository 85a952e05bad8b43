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
    Receiver receiver = {};
    AccountId account = account_of(world, add(world, {.name = "ada"}));
    WebhookId id = hook(world, account, {.url = receiver.url()});

    Result<Webhook> change(NewWebhook const& wish, std::optional<std::int64_t> version = {})
    {
        auto const house = world.house();
        auto const allowed = receiver.allowed();
        return change_webhook(
            {house, Actor::system(), allowed}, {.account = account, .webhook = id}, wish, version);
    }
};

}  // namespace

TEST_CASE("change_webhook: other topics need no ping, another address does")
{
    support::for_each_database([](support::World& world) {
        Fixture its{world};
        auto const changed = its.change({.url = its.receiver.url(), .topics = {Topic::recovery}});
        REQUIRE(changed);
        CHECK(changed->version == 2);
        CHECK(endpoint(world, its.id).topics == std::vector{Topic::recovery});
        CHECK(its.receiver.take().empty());
        REQUIRE(its.change({.url = its.receiver.url() + "?new=1"}));
        CHECK(its.receiver.take().size() == 1);
        its.receiver.answers({{.status = 500}});
        CHECK(its.change({.url = its.receiver.url()}).error().code == "webhook.ping_failed");
        CHECK(endpoint(world, its.id).url == its.receiver.url() + "?new=1");
    });
}

TEST_CASE("change_webhook: what waits ends when it is switched off")
{
    support::for_each_database([](support::World& world) {
        Fixture its{world};
        (void)say(world, outage(1));
        REQUIRE(its.change({.url = its.receiver.url(), .state = WebhookState::disabled}));
        auto const waiting =
            world.read([&](Call& call) { return store::first_post(call.tx, its.id, call.now); });
        CHECK_FALSE(waiting);
    });
}

TEST_CASE("change_webhook: one that we disabled is asked again, and what was the matter forgotten")
{
    support::for_each_database([](support::World& world) {
        Fixture its{world};
        world.write([&](Call& call) {
            Webhook off = store::find_webhook(call.tx, its.id).value();
            off.state = WebhookState::disabled;
            off.disabled_because = DisabledBecause::silent;
            store::save_webhook(call.tx, off);
            store::save_health(
                call.tx, its.id,
                {.failing_since = call.now, .failures = 12, .not_before = call.now + 1h});
        });
        REQUIRE(its.change({.url = its.receiver.url()}));
        CHECK(its.receiver.take().size() == 1);
        auto const now = endpoint(world, its.id);
        CHECK(bool{now.state == WebhookState::active});
        CHECK_FALSE(now.disabled_because);
        CHECK(now.health() == WebhookHealth{});
    });
}

TEST_CASE("change_webhook: an old version, a bad wish and somebody else's are refused")
{
    support::World world;
    Fixture its{world};
    CHECK(its.change({.url = its.receiver.url()}, 7).error().code == "http.stale");
    CHECK(
        its.change({.url = its.receiver.url(), .topics = {}}).error().code ==
        "webhook.needs_topics");
    its.account = account_of(world, add(world, {.name = "bob"}));
    CHECK(its.change({.url = its.receiver.url()}).error().code == "webhook.not_found");
}
