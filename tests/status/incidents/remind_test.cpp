#include "status/incidents/remind.hpp"
#include "status/samples.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// The reminder that waits, if one does.
std::optional<Instant> timer(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.one<Instant>(
            "SELECT due_at FROM jobs_queue WHERE kind = 'status.reminder' AND state = 'waiting'");
    });
}

void fire(support::World& world, IncidentId id)
{
    world.write([&](Call& call) { remind(call, id); });
}

// The subjects of all pages, oldest first.
Words paged(support::World& world)
{
    Words subjects;
    world.read([&](Call& call) {
        for (auto const& body : call.tx.all<std::string>(
                 "SELECT body FROM notify_notices WHERE kind = 'page' ORDER BY id"))
            subjects.emplace_back(parse_json(body)->at("subject").as_string());
    });
    return subjects;
}

}  // namespace

TEST_CASE("remind: after 3, 6, 12 and 24 hours without a word, then never again")
{
    Instant const word_at = support::test_start;
    CHECK(next_reminder(word_at, word_at) == word_at + 3h);
    CHECK(next_reminder(word_at, word_at + 3h) == word_at + 6h);
    CHECK(next_reminder(word_at, word_at + 11h) == word_at + 12h);
    CHECK(next_reminder(word_at, word_at + 12h) == word_at + 24h);
    CHECK_FALSE(next_reminder(word_at, word_at + 24h));
    CHECK_FALSE(silence(word_at, word_at + 3h - 1us));
    CHECK(silence(word_at, word_at + 3h) == 3h);
    CHECK(silence(word_at, word_at + 40h) == 24h);
}

TEST_CASE("remind: the next reminder is always later, and then that silence is over")
{
    CHECK(rc::check([] {
        auto const word_at = support::test_start;
        auto const now = word_at + std::chrono::minutes{*rc::gen::inRange(0, 3000)};
        auto const next = next_reminder(word_at, now);
        RC_ASSERT((!next || *next > now));
        RC_ASSERT((!next || silence(word_at, *next) > silence(word_at, now)));
    }));
}

TEST_CASE("remind: the owner is paged while nobody says a word, and each hour mark once")
{
    support::for_each_database([](support::World& world) {
        auto const ada = person(world, "ada");
        auto wish = outage_of(world, service(world, "Galleries").id);
        wish.owner = ada.id;
        auto const incident = publish(world, wish);
        CHECK(timer(world) == world.now() + 3h);
        world.pass(3h);
        fire(world, incident->id);
        fire(world, incident->id);
        CHECK(paged(world) == Words{"No word for 3 hours: Galleries are down"});
        CHECK(timer(world) == world.now() + 3h);
        world.pass(21h);
        fire(world, incident->id);
        CHECK(paged(world).size() == 2);
        CHECK(paged(world).back() == "No word for 24 hours: Galleries are down");
    });
}

TEST_CASE("remind: every word begins the silence anew, and the end ends it")
{
    support::World world;
    person(world, "ada");
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    world.pass(2h);
    REQUIRE(update(world, incident->id, next_word(world)));
    CHECK(timer(world) == world.now() + 3h);
    world.pass(1h);
    fire(world, incident->id);
    CHECK(paged(world).empty());
    CHECK(timer(world) == world.now() + 2h);
    REQUIRE(resolve(world, incident->id));
    CHECK_FALSE(timer(world));
    fire(world, incident->id);
    CHECK(paged(world).empty());
}
