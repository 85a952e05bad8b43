#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<WebhookDelivery> posts(support::World& world, WebhookId webhook)
{
    return world.read(
        [&](Call& call) { return store::posts_of(call.tx, webhook, std::nullopt, 10); });
}

}  // namespace

TEST_CASE("forget_old_posts: what ended is kept for 90 days, what waits for ever")
{
    support::for_each_database([](support::World& world) {
        auto const ended = hook(
            world, account_of(world, add(world, {.name = "ada"})),
            {.url = "https://hooks.example/a"});
        auto const waits = hook(
            world, account_of(world, add(world, {.name = "bob"})),
            {.url = "https://hooks.example/b"});
        (void)say(world, outage(1));
        world.write([&](Call& call) {
            auto post = store::first_post(call.tx, ended, call.now).value();
            post.tries = 1;
            post.due_at = std::nullopt;
            store::save_post(call.tx, post, std::nullopt, call.now);
            store::keep_attempt(call.tx, post, {.at = call.now, .status = 204, .answer = ""});
        });
        auto const forget = [&] { world.write([](Call& call) { forget_old_posts(call); }); };
        world.pass(std::chrono::days{90});
        forget();
        CHECK(posts(world, ended).size() == 1);
        world.pass(1s);
        forget();
        CHECK(posts(world, ended).empty());
        CHECK(posts(world, waits).size() == 1);
        CHECK(world.read([](Call& call) {
            return call.tx.one<std::int64_t>("SELECT COUNT(*) FROM notify_webhook_attempts");
        }) == 0);
    });
}
