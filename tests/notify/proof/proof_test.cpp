#include "notify/samples.hpp"
#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("proof_of: a contact counts as told when one of the notices was accepted")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        add(world, {.name = "cyd"});
        say(world, outage(1), 0s);
        auto claimed = claim_all(world);
        REQUIRE(claimed.size() == 2);
        std::ranges::sort(claimed, {}, &Claimed::name);
        end(world, {claimed[0]}, {.state = State::accepted, .code = 250, .at = world.now()});
        end(world, {claimed[1]},
            {.state = State::failed,
             .reason = "550 5.1.1 unknown",
             .code = 550,
             .at = world.now()});
        say(world, outage(2), 30s);

        auto const report = proof(world);
        CHECK(report.exposed == 3);
        CHECK(report.told == 1);
        CHECK(report.on_the_way == 1);
        CHECK(report.not_told == 1);
        CHECK(
            rows(world) == Rows{
                               "ada accepted", "ada queued",
                               "bob opted_out: topic unplanned is off",
                               "bob opted_out: topic unplanned is off",
                               "cyd failed: 550 5.1.1 unknown", "cyd queued"});
        CHECK(report.deliveries.front().at == world.now());
        CHECK(report.deliveries.front().account_name == "ada Ltd");
        CHECK(report.deliveries.front().account.has_value());
    });
}

TEST_CASE("proof_of: an incident of which nobody was told has nothing to show")
{
    support::World world;
    CHECK(proof(world).exposed == 0);
}

TEST_CASE("proof_of: a webhook stands there by its host, and tells the contacts of its account")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada", .topics = std::vector<Topic>{}});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        auto const account = account_of(world, ada);
        auto const webhook =
            hook(world, account, {.url = "https://Hooks.example:8443/services/T0/secret"});
        say(world, outage(1), 0s);
        auto const told = [&] {
            return world.read([](Call& call) { return count_told(call.tx, incident); });
        };
        CHECK(proof(world).told == 0);
        CHECK(told() == 0);

        end_post(world, webhook, State::accepted);
        auto const report = proof(world);
        CHECK(report.exposed == 2);
        CHECK(report.told == 1);
        CHECK(told() == 1);
        REQUIRE(report.deliveries.size() == 3);
        auto const& line = report.deliveries.back();
        CHECK(bool{line.channel == Channel::webhook});
        CHECK_FALSE(line.contact);
        CHECK(line.name == "hooks.example");
        CHECK(line.account == account);
        CHECK(line.account_name == "ada Ltd");
        CHECK(line.at == world.now());
        CHECK_FALSE(write_json(to_json(line)).contains("secret"));
    });
}

TEST_CASE("proof_of: what a webhook answered last is the reason of its line")
{
    support::for_each_database([](support::World& world) {
        auto const account = account_of(world, add(world, {.name = "ada"}));
        auto const webhook = hook(world, account, {.url = "https://hooks.example/in"});
        say(world, outage(1), 0s);
        world.write([&](Call& call) {
            auto post = store::first_post(call.tx, webhook, call.now).value();
            post.tries = 1;
            store::save_post(call.tx, post, std::nullopt, call.now);
            store::keep_attempt(
                call.tx, post, {.at = call.now, .status = 500, .answer = "private"});
        });
        CHECK(proof(world).deliveries.back().reason == "it answered 500");
    });
}
