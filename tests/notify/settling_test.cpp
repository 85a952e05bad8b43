#include "notify/settling.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// It is 10:00 UTC when a test begins.
accounts::QuietHours const quiet_soon{"10:05", "12:00", false};

store::Sleeper sleeper(accounts::QuietHours const& hours, Duration useful_for = 24h)
{
    return {
        .zone = "Etc/UTC",
        .quiet = write_json(to_json(hours)),
        .topic = Topic::unplanned,
        .useful_until = support::test_start + useful_for};
}

Fate deferred(Duration pause)
{
    return {
        .state = State::deferred,
        .reason = "451 busy",
        .code = 451,
        .due_at = support::test_start + pause,
        .attempts = 2,
        .at = support::test_start};
}

// The relay put off everything that was claimed.
void put_off_all(support::World& world, Duration pause, Channel channel = Channel::mail)
{
    world.write([&](Call& call) {
        std::vector<Settled> settled;
        for (auto const& each : store::claim(call.tx, {Lane::incident, channel}, call.now, 1000))
            settled.push_back({{each.notice, each.recipient}, deferred(pause)});
        settle(call, settled, channel);
    });
}

}  // namespace

TEST_CASE("let_sleep: a retry in quiet hours comes when they end, and says so")
{
    auto const fate = let_sleep(deferred(5min), sleeper(quiet_soon));
    CHECK(bool{fate.state == State::deferred});
    CHECK(fate.due_at == support::test_start + 2h);
    CHECK(fate.reason == "451 busy; quiet hours until 12:00");
}

TEST_CASE("let_sleep: a retry before or after them stays where it is")
{
    for (Duration const pause : {Duration{4min}, Duration{2h}})
        CHECK(let_sleep(deferred(pause), sleeper(quiet_soon)) == deferred(pause));
}

TEST_CASE("let_sleep: outages come to whoever lets them through")
{
    auto hours = quiet_soon;
    hours.except_outages = true;
    CHECK(let_sleep(deferred(5min), sleeper(hours)) == deferred(5min));
}

TEST_CASE("let_sleep: what is of no use when he wakes is given up")
{
    auto const fate = let_sleep(deferred(5min), sleeper(quiet_soon, 1h));
    CHECK(bool{fate.state == State::failed});
    CHECK_FALSE(fate.due_at);
    CHECK(fate.reason == "given up: quiet hours until 12:00, when it is of no use any more");
}

TEST_CASE("let_sleep: that a mail may have left already is said alone, for who looks for it")
{
    auto fate = deferred(5min);
    fate.reason = may_have_left;
    fate = let_sleep(fate, sleeper(quiet_soon));
    CHECK(fate.reason == may_have_left);
    CHECK(fate.due_at == support::test_start + 2h);
}

TEST_CASE("let_sleep: what has ended stays as it is")
{
    Fate const over{.state = State::accepted, .reason = "250 ok", .code = 250};
    CHECK(let_sleep(over, sleeper(quiet_soon)) == over);
}

TEST_CASE("settle: who sleeps is not woken by a retry; who does not, gets it in time")
{
    support::for_each_database([](support::World& world) {
        choose(world, add(world, {.name = "ada"}), {.choices = {}, .quiet_hours = quiet_soon});
        add(world, {.name = "bob"});
        say(world, outage(1), 0s);
        put_off_all(world, 5min);
        CHECK(
            rows(world) ==
            Rows{"ada deferred: 451 busy; quiet hours until 12:00", "bob deferred: 451 busy"});
        world.pass(5min);
        CHECK(claim_all(world).size() == 1);
        world.go_to(support::test_start + 2h - 1s);
        CHECK(claim_all(world).empty());
        world.pass(1s);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("settle: his quiet hours hold on every channel")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        choose(
            world, ada,
            {.choices = {{Channel::sms, {Topic::unplanned}}},
             .quiet_hours = quiet_soon,
             .phone = "+49151123456"});
        say(world, outage(1), 0s);
        put_off_all(world, 5min, Channel::sms);
        auto const claim_sms = [&] {
            return world.write([](Call& call) {
                return store::claim(call.tx, {Lane::incident, Channel::sms}, call.now, 10).size();
            });
        };
        world.pass(1h);
        CHECK(claim_sms() == 0);
        world.pass(1h);
        CHECK(claim_sms() == 1);
    });
}

TEST_CASE("settle: a letter to him alone is tried again whatever the hour")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    choose(world, ada, {.choices = {}, .quiet_hours = quiet_soon});
    world.write([&](Call& call) {
        return send(
            call, {.to = ada,
                   .from = address("help@help.example.test"),
                   .from_name = "Help",
                   .subject = "Your link",
                   .text = "Here it is."});
    });
    auto const claimed = claim_all(world);
    REQUIRE(claimed.size() == 1);
    world.write([&](Call& call) {
        settle(
            call,
            std::vector<Settled>{{{claimed[0].notice, claimed[0].recipient}, deferred(5min)}});
    });
    world.pass(5min);
    CHECK(claim_all(world).size() == 1);
}
