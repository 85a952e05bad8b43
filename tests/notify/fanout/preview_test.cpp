#include "notify/fanout/preview.hpp"

#include "notify/fanout/crowd.hpp"
#include "notify/press.hpp"
#include "team/team.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Preview> previews(support::World& world)
{
    auto const house = world.house();
    return world.write([&](Call& call) { return previews_of(house, call, incident); });
}

Actor anna(support::World& world)
{
    return world.write([](Call& call) {
        team::NewPerson person;
        person.name = "Anna";
        person.email = address("anna@us.test");
        auto const hired = team::add_person(call, person).value();
        return Actor{.kind = Actor::Kind::person, .id = hired.id.value()};
    });
}

Specimen specimen(support::World& world, SpecimenWanted const& wanted = {})
{
    return world.write([&](Call& call) { return specimen_of(call, incident, wanted); }).value();
}

}  // namespace

TEST_CASE("previews_of: one for each brand and language, as their first real reader gets it")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        add(world, {.name = "cyd", .language = "de"});
        add_at_partner(world, {.name = "dan"});
        add(world, {.name = "eve", .topics = std::vector<Topic>{}, .language = "de"});
        say(world, outage(1));
        auto const all = previews(world);
        REQUIRE(all.size() == 3);
        auto const with = [&](std::string_view word) {
            return std::ranges::count_if(
                all, [&](Preview const& one) { return one.text.contains(word); });
        };
        CHECK(with("ada Ltd") == 1);
        CHECK(with("bob Ltd") == 0);
        CHECK(with("cyd Ltd") == 1);
        CHECK(with("Lens & Light") == 1);
        for (auto const& one : all) {
            CHECK(one.subject == "[outage] Mail is down");
            CHECK(one.html.value_or("").contains("<html"));
        }
    });
}

TEST_CASE("previews_of: it is the mail that leaves")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    auto const shown = previews(world).at(0);
    auto const sent = mime::parse(Press{world.house()}.make(claim_all(world)).mails.at(0).data);
    CHECK(shown.text == sent.body_text);
    CHECK(shown.html == sent.body_html);
}

TEST_CASE("previews_of: of a large audience that is still being written down there are some, too")
{
    support::World world;
    crowd(world, large);
    say(world, outage(1));
    CHECK(previews(world).size() == 1);
}

TEST_CASE("previews_of: where nobody hears of it there is nothing to be seen")
{
    support::World world;
    CHECK(previews(world).empty());
    say(world, outage(1));
    CHECK(previews(world).empty());
}

TEST_CASE(
    "send_specimen: the mail of a reader goes to who asks, marked as a test, and into no proof")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        add(world, {.name = "cyd", .language = "de"});
        say(world, outage(1), 1h);
        auto const it = specimen(world, {.brand = {}, .language = "de"});
        CHECK(it.account_name == "cyd Ltd");
        auto const to =
            world.write(anna(world), [&](Call& call) { return send_specimen(call, it); });
        CHECK(to.value() == address("anna@us.test"));

        auto const claimed = claim_all(world);
        REQUIRE(claimed.size() == 1);
        auto const mails = Press{world.house()}.make(claimed).mails;
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "anna@us.test");
        auto const mail = mime::parse(mails[0].data);
        CHECK(mail.subject == "[test] [outage] Mail is down");
        CHECK(mail.body_text.contains("cyd Ltd"));
        CHECK(rows(world) == Rows{"ada queued", "cyd queued"});
    });
}

TEST_CASE("send_specimen: a token has no address for it")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1));
    auto const it = specimen(world);
    auto const refused = world.write([&](Call& call) { return send_specimen(call, it); });
    CHECK(refused.error().code == "test.needs_a_person");
}

TEST_CASE("specimen_of: nobody reads in that language")
{
    support::World world;
    add(world, {.name = "ada"});
    say(world, outage(1));
    CHECK_FALSE(world.write(
        [](Call& call) { return specimen_of(call, incident, {.brand = {}, .language = "de"}); }));
}
