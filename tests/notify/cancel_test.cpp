#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<Progress> take_back(support::World& world, NoticeId id)
{
    return world.write([&](Call& call) { return cancel(call, id); });
}

Announcement second_word()
{
    auto words = outage(2);
    words.text = "A disk is full.";
    return words;
}

}  // namespace

TEST_CASE("cancel: nothing of it is sent, and the proof says so")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob", .topics = std::vector<Topic>{}});
        auto const notice = say(world, outage(1), 30s);
        world.pass(10s);
        auto const cancelled = take_back(world, notice);
        REQUIRE(cancelled);
        CHECK(bool{cancelled->state == NoticeState::cancelled});
        CHECK(cancelled->counts.cancelled == 1);
        CHECK(cancelled->counts.opted_out == 1);
        CHECK(cancelled->total == 2);
        world.pass(1h);
        CHECK(claim_all(world).empty());
        CHECK(
            rows(world) ==
            Rows{"ada cancelled: taken back", "bob opted_out: topic unplanned is off"});
    });
}

TEST_CASE("cancel: it is told, and that the notice has come to its end")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1));
    auto const before = support::facts_told(world).size();
    REQUIRE(take_back(world, notice));
    auto facts = support::facts_told(world);
    facts.erase(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(before));
    CHECK(
        facts ==
        support::Told{{"NoticeCancelled", incident.text()}, {"NoticeDone", incident.text()}});
}

TEST_CASE("cancel: said twice it answers the same and tells nobody twice")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1));
    auto const first = take_back(world, notice);
    auto const facts = support::facts_told(world);
    auto const second = take_back(world, notice);
    REQUIRE(second);
    CHECK(to_json(*second) == to_json(*first));
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("cancel: what is on its way, or has come to its end, cannot be taken back")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const notice = say(world, outage(1), 0s);
        auto const refused = [&] {
            auto const answer = take_back(world, notice);
            return answer.has_error() && answer.error().kind == Refusal::conflict &&
                   answer.error().code == "notice.already_sending";
        };
        auto const claimed = claim_all(world);
        CHECK(refused());
        end(world, claimed,
            {.state = State::deferred, .due_at = world.now() + 1min, .attempts = 1});
        CHECK(refused());
        world.pass(1min);
        deliver_all(world);
        CHECK(refused());
        CHECK(rows(world) == Rows{"ada accepted"});
    });
}

TEST_CASE("cancel: what no relay has seen yet can be taken back, however long it waits")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    end(world, claim_all(world), {.state = State::queued, .due_at = world.now(), .attempts = 0});
    world.pass(1h);
    CHECK(take_back(world, notice));
}

TEST_CASE("cancel: an earlier word whose place it had taken goes on as if nothing had been said")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 30s);
        world.pass(10s);
        auto const second = say(world, second_word(), 30s);
        world.write([&](Call& call) {
            for (auto const& notice : store::finished(call.tx))
                (void)store::close(call.tx, notice.id, call.now);
        });
        REQUIRE(take_back(world, second));
        CHECK(rows(world, first) == Rows{"ada queued"});
        CHECK(rows(world, second) == Rows{"ada cancelled: taken back"});
        world.pass(19s);
        CHECK(claim_all(world).empty());
        world.pass(1s);
        deliver_all(world);
        CHECK(rows(world, first) == Rows{"ada accepted"});
    });
}

TEST_CASE("cancel: an earlier word does not go on to who has left its topic meanwhile")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        add(world, {.name = "ben"});
        auto const first = say(world, outage(1));
        auto const second = say(world, second_word());
        REQUIRE(world.write([&](Call& call) {
            return accounts::choose_topics(call, ada, std::vector{Topic::recovery});
        }));
        REQUIRE(take_back(world, second));
        CHECK(
            rows(world, first) ==
            Rows{"ada superseded: a later update took its place", "ben queued"});
    });
}

TEST_CASE("cancel: of several words that were passed over only the newest goes on")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1));
        world.pass(5s);
        auto const second = say(world, second_word());
        world.pass(5s);
        auto third_words = outage(3);
        third_words.text = "The disk is being replaced.";
        auto const third = say(world, third_words);
        REQUIRE(take_back(world, third));
        CHECK(rows(world, first) == Rows{"ada superseded: a later update took its place"});
        CHECK(rows(world, second) == Rows{"ada queued"});
    });
}

TEST_CASE("cancel: a word that is deferred later is not passed over by one that was taken back")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const first = say(world, outage(1), 0s);
        auto const on_the_wire = claim_all(world);
        REQUIRE(take_back(world, say(world, second_word(), 30s)));
        end(world, on_the_wire,
            {.state = State::deferred, .due_at = world.now() + 1min, .attempts = 1});
        CHECK(rows(world, first) == Rows{"ada deferred"});
    });
}

TEST_CASE("cancel: who would have heard only of what was taken back hears of no recovery")
{
    support::World world;
    add(world, {.name = "ada"});
    REQUIRE(take_back(world, say(world, outage(1))));
    CHECK(rows(world, say(world, resolved(2))).empty());
}

TEST_CASE("cancel: a letter is no notice, nor is nothing")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const letter = world.write([&](Call& call) {
        return send(
            call, {.to = ada,
                   .from = address("help@example.test"),
                   .from_name = "Help",
                   .reply_to = {},
                   .subject = "Hello",
                   .text = "Hello."});
    });
    for (auto const id : {letter, NoticeId{1}}) {
        auto const refused = take_back(world, id);
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "notice.not_found");
    }
}
