#include "notify/previews/newest.hpp"

#include "notify/fanout/crowd.hpp"
#include "team/team.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("newest_word: the last that was announced about it, if anything was")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const newest = [&] {
        auto const word = world.write([](Call& call) { return newest_word(call, incident); });
        return word ? word->id : NoticeId{};
    };
    CHECK(newest() == NoticeId{});
    say(world, outage(1));
    auto const last = say(world, resolved(2));
    CHECK(newest() == last);
}

TEST_CASE("newest_word: of a large audience the first are written down")
{
    support::World world;
    crowd(world, large);
    auto const id = say(world, outage(1));
    CHECK(rows(world, id).empty());
    (void)world.write([](Call& call) { return newest_word(call, incident); });
    CHECK_FALSE(rows(world, id).empty());
}

TEST_CASE("onlooker: a person sees moments by his own clock, anything else by UTC")
{
    support::World world;
    auto const actor = world.write([](Call& call) {
        team::NewPerson person;
        person.name = "Anna";
        person.email = address("anna@us.test");
        person.zone = "Europe/Berlin";
        auto const hired = team::add_person(call, person).value();
        return Actor{.kind = Actor::Kind::person, .id = hired.id.value()};
    });
    CHECK(world.write(actor, onlooker).zone == "Europe/Berlin");
    CHECK(world.write([](Call& call) { return onlooker(call); }).zone == "Etc/UTC");
}
