#include "notify/previews/sample_store.hpp"

#include "notify/previews/audience.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("samples: the first of each language who will be told by this channel")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add_by_all(world, {.name = "bob"});
        auto const cyd = add(world, {.name = "cyd", .language = "de"});
        add(world, {.name = "eve", .topics = std::vector<Topic>{}, .language = "fr"});
        auto const id = say(world, outage(1));
        auto const found = [&](Channel channel) {
            std::vector<ContactId> contacts;
            for (auto const& each :
                 world.read([&](Call& call) { return store::samples(call.tx, id, channel); }))
                contacts.emplace_back(each.recipient);
            return contacts;
        };
        CHECK(found(Channel::mail) == std::vector{cyd, ada});
        CHECK(found(Channel::sms) == std::vector{bob});
        CHECK(
            world.read([&](Call& call) { return store::inbox_samples(call.tx, id).size(); }) == 3);
    });
}

TEST_CASE("sample_posts: no more of one kind than are asked for")
{
    support::for_each_database([](support::World& world) {
        NewWebhook const wish{.url = "https://hooks.example.test/in"};
        auto const account = account_of(world, add(world, {.name = "ada"}));
        for (int i = 0; i < 3; ++i)
            hook(world, account, wish);
        auto const id = say(world, outage(1));
        auto const posts =
            world.read([&](Call& call) { return store::sample_posts(call.tx, id, 2); });
        REQUIRE(posts.size() == 2);
        CHECK(posts[0].host == "hooks.example.test");
        CHECK(posts[0].account_name == "ada Ltd");
        CHECK(posts[0].language == "");
    });
}

TEST_CASE("post_to: only a webhook that is told has one")
{
    support::for_each_database([](support::World& world) {
        NewWebhook wish{.url = "https://hooks.example.test/in"};
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const told = hook(world, account, wish);
        wish.topics = {Topic::planned};
        auto const other = hook(world, account, wish);
        auto const id = say(world, outage(1));
        auto const has_post = [&](WebhookId webhook) {
            return world.read(
                [&](Call& call) { return store::post_to(call.tx, id, webhook).has_value(); });
        };
        CHECK(has_post(told));
        CHECK_FALSE(has_post(other));
    });
}
