#include "notify/webhooks/receiver.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Progress>
progress(support::World& world, std::optional<NoticeId> after = {}, int limit = 10)
{
    return world.read([&](Call& call) { return notices_about(call, incident, after, limit); });
}

}  // namespace

TEST_CASE("notices_about: a notice waits, is sent, and is done")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        add(world, {.name = "cyd", .topics = std::vector<Topic>{}});
        auto const notice = say(world, outage(1), 30s);

        auto const waits = progress(world).at(0);
        CHECK(waits.id == notice);
        CHECK(waits.update == UpdateId{1});
        CHECK(waits.made_at == world.now());
        CHECK(waits.sends_at == world.now() + 30s);
        CHECK(bool{waits.state == NoticeState::waiting});
        CHECK(waits.total == 3);
        CHECK(waits.counts.queued == 2);
        CHECK(waits.counts.opted_out == 1);

        world.pass(30s);
        auto const claimed = claim_all(world);
        CHECK(bool{progress(world).at(0).state == NoticeState::sending});
        CHECK(progress(world).at(0).counts.sending == 2);

        end(world, {claimed[0]}, {.state = State::accepted, .attempts = 1, .at = world.now()});
        end(world, {claimed[1]},
            {.state = State::deferred, .due_at = world.now() + 1min, .attempts = 1});
        auto const goes_on = progress(world).at(0);
        CHECK(bool{goes_on.state == NoticeState::sending});
        CHECK(goes_on.counts.accepted == 1);
        CHECK(goes_on.counts.deferred == 1);

        world.pass(1min);
        deliver_all(world);
        CHECK(bool{progress(world).at(0).state == NoticeState::done});
        CHECK(progress(world).at(0).counts.accepted == 2);
    });
}

TEST_CASE("notices_about: a notice that reaches nobody is done")
{
    support::World world;
    say(world, outage(1));
    CHECK(bool{progress(world).at(0).state == NoticeState::done});
    CHECK(progress(world).at(0).total == 0);
}

TEST_CASE("notices_about: newest first, page by page, and none of another incident")
{
    support::World world;
    std::vector<NoticeId> made;
    for (int i = 1; i <= 3; ++i) {
        world.pass(1min);
        made.insert(made.begin(), say(world, outage(i)));
    }
    auto other = outage(4);
    other.about = IncidentId{7002};
    say(world, other);
    auto const first = progress(world, {}, 2);
    REQUIRE(first.size() == 2);
    CHECK(first[0].id == made[0]);
    CHECK(first[1].id == made[1]);
    auto const rest = progress(world, made[1], 2);
    REQUIRE(rest.size() == 1);
    CHECK(rest[0].id == made[2]);
}

TEST_CASE(
    "notices_about: while it is sent, it says how fast and for how long; before and after not")
{
    support::for_each_database([](support::World& world) {
        for (auto const* name : {"ada", "bob", "cyd"})
            add(world, {.name = name});
        say(world, outage(1), 0s);
        CHECK_FALSE(progress(world).at(0).per_second);
        auto const claimed = claim_all(world);
        world.pass(4s);
        end(world, {claimed[0], claimed[1]},
            {.state = State::accepted, .attempts = 1, .at = world.now()});
        auto const goes_on = progress(world).at(0);
        CHECK(goes_on.per_second == 0.5);
        CHECK(goes_on.seconds_left == 2);
        world.pass(11s);
        CHECK(progress(world).at(0).per_second == 0);
        CHECK_FALSE(progress(world).at(0).seconds_left);
        end(world, {claimed[2]}, {.state = State::accepted, .attempts = 1, .at = world.now()});
        CHECK_FALSE(progress(world).at(0).per_second);
    });
}

TEST_CASE("notices_about: what waits for quiet hours to end is not said to leave in seconds")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        choose(
            world, bob,
            {.choices = {},
             .quiet_hours =
                 accounts::QuietHours{.from = "09:00", .to = "12:00", .except_outages = false}});
        say(world, outage(1), 0s);
        end(world, claim_all(world), {.state = State::accepted, .attempts = 1, .at = world.now()});
        auto const waits = progress(world).at(0);
        CHECK(bool{waits.state == NoticeState::sending});
        CHECK(waits.counts.queued == 1);
        CHECK_FALSE(waits.seconds_left);
    });
}

TEST_CASE("notices_about: a notice is done when its posts are, too, and says so once")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const webhook =
            hook(world, account_of(world, ada), {.url = "https://hooks.example/in"});
        say(world, outage(1), 0s);
        CHECK(progress(world).at(0).total == 2);
        CHECK(progress(world).at(0).counts.queued == 2);

        auto const done = [&] {
            return std::ranges::count(
                facts_told(world), support::ToldFact{"NoticeDone", incident.text()});
        };
        deliver_all(world);
        world.write([](Call& call) { finish_over(call); });
        CHECK(bool{progress(world).at(0).state == NoticeState::sending});
        CHECK(done() == 0);

        end_post(world, webhook, State::failed);
        CHECK(bool{progress(world).at(0).state == NoticeState::done});
        CHECK(progress(world).at(0).counts.failed == 1);
        CHECK(done() == 1);
    });
}

TEST_CASE("notices_about: a notice that only a webhook hears of is not done before it has heard")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = std::vector<Topic>{}});
    auto const webhook = hook(world, account_of(world, ada), {.url = "https://hooks.example/in"});
    say(world, outage(1), 0s);
    CHECK(bool{progress(world).at(0).state == NoticeState::waiting});
    end_post(world, webhook, State::accepted);
    CHECK(bool{progress(world).at(0).state == NoticeState::done});
}

TEST_CASE("count_told: mail, SMS, push and the account's webhook tell; a page alone tells nobody")
{
    support::for_each_database([](support::World& world) {
        std::map<std::string, ContactId> who;
        for (std::string const name : {"mail", "sms", "push", "hook", "page"})
            who[name] = add(world, {.name = name, .topics = std::vector<Topic>{}});
        auto const webhook =
            hook(world, account_of(world, who["hook"]), {.url = "https://hooks.example/in"});
        auto const notice = say(world, outage(1), 0s);
        auto const told = [&] {
            return world.read([](Call& call) { return count_told(call.tx, incident); });
        };
        CHECK(told() == 0);
        // As each channel writes it down.
        auto const accept = [&](std::string_view channel) {
            world.write([&](Call& call) {
                call.tx.run(
                    R"sql(
                    UPDATE notify_deliveries SET channel = :channel, state = 'accepted'
                    WHERE  notice = :notice AND recipient = :contact)sql",
                    {{"channel", channel},
                     {"notice", notice},
                     {"contact", who[std::string{channel}]}});
            });
        };
        std::int64_t expected = 0;
        for (auto const* const channel : {"mail", "sms", "push"}) {
            accept(channel);
            CHECK(told() == ++expected);
        }
        end_post(world, webhook, State::accepted);
        CHECK(told() == ++expected);
        CHECK(proof(world).told == expected);
        CHECK(proof(world).not_told == 1);
    });
}
