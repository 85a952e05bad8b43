#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("resolve: an incident ends with what happened, and its services are well")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const incident = publish(world, outage_of(world, galleries.id));
        world.pass(45min);
        auto const over = resolve(world, incident->id);
        REQUIRE(over);
        CHECK(over->state == IncidentState::resolved);
        CHECK(over->resolved_at == world.now());
        CHECK(over->version == 2);
        CHECK(over->updates[0].text == "A disk was full.");
        CHECK_FALSE(over->when.next_word_at);
        CHECK(over->services.at(0).state == ServiceState::major);
        CHECK(state_of(world, galleries.id) == ServiceState::operational);
        CHECK(to_json(look(world, incident->id).value()) == to_json(*over));
    });
}

TEST_CASE("resolve: the end is a word and an end, and two facts say so")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    auto const before = said(world);
    REQUIRE(resolve(world, incident->id));
    auto facts = said(world);
    facts.erase(facts.begin(), facts.begin() + std::ssize(before));
    CHECK(
        facts ==
        support::Told{
            {"UpdatePublished", incident->id.text()}, {"IncidentResolved", incident->id.text()}});
}

TEST_CASE("resolve: how long a service was held stays on record")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    world.pass(45min);
    REQUIRE(resolve(world, incident->id));
    auto const held = world.read([](Call& call) {
        return call.tx.one<std::int64_t>("SELECT until - since FROM status_touched");
    });
    CHECK(held == std::chrono::microseconds{45min}.count());
}

TEST_CASE("resolve: what was promised is kept, or late where its moment had passed")
{
    support::World world;
    auto wish = outage_of(world, service(world, "Galleries").id);
    wish.eta = Eta{.within = "2h"};
    auto const incident = publish(world, wish);
    world.pass(90min);
    REQUIRE(resolve(world, incident->id));
    CHECK(promised(world, incident->id) == Words{"next_word late", "eta kept"});
}

TEST_CASE("resolve: those who were told hear the end, unless they want no such word")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada", std::vector{galleries.id});
    auto const bob = customer(world, "Bob", std::vector{galleries.id});
    world
        .write([&](Call& call) {
            return accounts::choose_topics(call, bob, std::vector{accounts::Topic::unplanned});
        })
        .value();
    auto const incident = publish(world, outage_of(world, galleries.id));
    customer(world, "Eve");  // came later and was never told
    REQUIRE(resolve(world, incident->id));
    auto const lines = told(world, incident->id);
    CHECK(std::ranges::count(lines, "Ada queued") == 1);
    CHECK(std::ranges::count(lines, "Bob opted_out") == 1);
    CHECK(std::ranges::count(lines, "Eve queued") == 0);
}

TEST_CASE("resolve: said twice it answers the same, and nobody is told twice")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada", std::vector{galleries.id});
    auto const incident = publish(world, outage_of(world, galleries.id));
    auto const once = resolve(world, incident->id, {.text = "A disk was full."}, 1);
    auto const facts = support::facts_told(world);
    auto const lines = told(world, incident->id);
    world.pass(5min);
    auto const twice = resolve(world, incident->id, {.text = "A disk was full."}, 1);
    REQUIRE(twice);
    CHECK(to_json(*twice) == to_json(*once));
    CHECK(support::facts_told(world) == facts);
    CHECK(told(world, incident->id) == lines);
}

TEST_CASE("resolve: without saying what happened it is refused (R-18)")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const incident = publish(world, outage_of(world, galleries.id));
    auto const refused = resolve(world, incident->id, {.text = " \n"});
    REQUIRE(refused.has_error());
    CHECK(refused.error().kind == Refusal::invalid);
    CHECK(refused.error().code == "incident.needs_closing_text");
    CHECK(refused.error().field == "text");
    CHECK(state_of(world, galleries.id) == ServiceState::major);
}

TEST_CASE("resolve: what is missing or old is refused by its kind")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    auto const unknown = resolve(world, IncidentId{1});
    REQUIRE(unknown.has_error());
    CHECK(unknown.error().kind == Refusal::not_found);
    auto const old = resolve(world, incident->id, {.text = "Over."}, 7);
    REQUIRE(old.has_error());
    CHECK(old.error().kind == Refusal::stale);
}

TEST_CASE("resolve: it was over earlier than it was said, and its services were held until then")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const incident = publish(world, outage_of(world, galleries.id));
        world.pass(45min);
        auto const over = resolve(
            world, incident->id, {.text = "A disk was full.", .ended_at = world.now() - 15min});
        REQUIRE(over);
        CHECK(over->resolved_at == world.now() - 15min);
        CHECK(over->updates.at(0).at == world.now());
        CHECK(over->changed_at == world.now());
        REQUIRE(over->updates[0].changes.size() == 1);
        CHECK(over->updates[0].changes[0].to == ServiceState::operational);
        auto const held = world.read([](Call& call) {
            return call.tx.one<std::int64_t>("SELECT until - since FROM status_touched");
        });
        CHECK(held == std::chrono::microseconds{30min}.count());
    });
}

TEST_CASE("resolve: an end lies between what was last said to be down and now")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto wish = outage_of(world, galleries.id);
    wish.started_at = world.now() - 1h;
    auto const incident = publish(world, wish);
    world.pass(10min);
    auto worse = next_word(world);
    worse.services = {{.service = galleries.id, .state = ServiceState::partial}};
    REQUIRE(update(world, incident->id, worse));
    world.pass(10min);
    auto const end = [&](Instant at) {
        return resolve(world, incident->id, {.text = "Over.", .ended_at = at});
    };
    CHECK(end(world.now() + 1us).error().code == "incident.ends_later");
    CHECK(end(world.now() - 10min - 1us).error().code == "incident.ends_early");
    CHECK(end(world.now() - 10min - 1us).error().field == "ended_at");
    CHECK(end(world.now() - 10min)->resolved_at == world.now() - 10min);
}

TEST_CASE("resolve: whether data was lost, and what helps those whose it was, is said with the end")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    auto const code = resolve(
        world, incident->id,
        {.text = "Over.", .workaround = Workaround{.url = "https://help.example.test"}});
    CHECK(code.error().code == "workaround.needs_text");
    auto const over =
        resolve(world, incident->id, {.text = "A disk was full.", .data_safety = DataSafety::safe});
    CHECK(over->data_safety == DataSafety::safe);
    CHECK_FALSE(over->workaround);
}
