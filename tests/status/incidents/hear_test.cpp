#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// How many say so then.
Result<std::int64_t>
hear(support::World& world, std::string const& subject, VoiceKind kind, Voice const& voice)
{
    auto const heard =
        world.write([&](Call& call) { return status::hear(call, subject, kind, voice); });
    if (!heard)
        return heard.error();
    return world.read([&](Call& call) { return voices_of(call.tx, subject)[kind]; });
}

std::string outage(support::World& world)
{
    return publish(world, outage_of(world, service(world, "Galleries").id))->id.text();
}

}  // namespace

TEST_CASE("hear: five browsers are five voices, and five clicks of one are one (R-25)")
{
    support::for_each_database([](support::World& world) {
        auto const incident = outage(world);
        for (int click = 0; click < 5; ++click)
            CHECK(*hear(world, incident, VoiceKind::see_it_too, {.browser_key = "same"}) == 1);
        for (auto const* key : {"b", "c", "d", "e"})
            REQUIRE(hear(world, incident, VoiceKind::see_it_too, {.browser_key = key}));
        auto const shown = look(world, *IncidentId::parse(incident));
        CHECK(shown->voices.see_it_too == 5);
        CHECK(shown->voices.workaround_helped == 0);
        CHECK(std::ranges::count(said(world), "VoiceHeard", &support::ToldFact::kind) == 5);
    });
}

TEST_CASE("hear: made-up browsers of one origin are no crowd; known people and others are heard")
{
    support::for_each_database([](support::World& world) {
        auto const incident = outage(world);
        auto const ada = customer(world, "Ada");
        auto const has_room = [&](VoiceKind kind, Voice const& voice) {
            return world.read(
                [&](Call& call) { return has_room_for_voices(call.tx, incident, kind, voice); });
        };
        for (int i = 0; i < most_voices_of_one_origin; ++i) {
            CHECK(has_room(VoiceKind::see_it_too, {.origin = "here"}));
            REQUIRE(hear(
                world, incident, VoiceKind::see_it_too,
                {.browser_key = std::to_string(i), .origin = "here"}));
        }
        CHECK_FALSE(has_room(VoiceKind::see_it_too, {.origin = "here"}));
        CHECK(has_room(VoiceKind::see_it_too, {.contact = ada, .origin = "here"}));
        CHECK(has_room(VoiceKind::see_it_too, {.origin = "there"}));
        CHECK(has_room(VoiceKind::helped, {.origin = "here"}));
    });
}

TEST_CASE("hear: whoever is known is one voice in all his browsers, before and after he signs in")
{
    support::for_each_database([](support::World& world) {
        auto const incident = outage(world);
        auto const ada = customer(world, "Ada");
        auto const see = [&](Voice const& voice) {
            return *hear(world, incident, VoiceKind::see_it_too, voice);
        };
        CHECK(see({.browser_key = "laptop"}) == 1);
        CHECK(see({.browser_key = "laptop", .contact = ada}) == 1);
        CHECK(see({.browser_key = "laptop"}) == 1);
        CHECK(see({.browser_key = "phone", .contact = ada}) == 1);
        CHECK(see({.contact = ada}) == 1);
        CHECK(see({.browser_key = "other"}) == 2);
        world.read([&](Call& call) {
            CHECK(contacts_heard(call.tx, incident, VoiceKind::see_it_too) == std::vector{ada});
            CHECK(contacts_heard(call.tx, incident, VoiceKind::helped).empty());
        });
    });
}

TEST_CASE("hear: each thing that can be said is counted by itself")
{
    support::World world;
    auto const incident = outage(world);
    Voice const voice{.browser_key = "a"};
    for (auto const kind :
         {VoiceKind::see_it_too, VoiceKind::looked_at_workaround, VoiceKind::helped})
        CHECK(*hear(world, incident, kind, voice) == 1);
    auto const shown = look(world, *IncidentId::parse(incident));
    CHECK(shown->voices.looked_at_workaround == 1);
    CHECK(shown->voices.workaround_helped == 1);
    world.read([&](Call& call) { CHECK(voices_of(call.tx, incident).size() == 3); });
}

TEST_CASE("hear: of a known issue one says that it affects him")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const open = [&](bool is_public) {
        return world
            .write([&](Call& call) {
                return open_issue(
                    call, {.title = "Old albums load slowly",
                           .services = {galleries},
                           .text = "We rewrite how they are stored.",
                           .is_public = is_public});
            })
            ->id.text();
    };
    auto const issue = open(true);
    Voice const voice{.browser_key = "a"};
    CHECK(*hear(world, issue, VoiceKind::affects_me, voice) == 1);
    CHECK(said(world).back() == support::ToldFact{"VoiceHeard", issue});
    CHECK(hear(world, issue, VoiceKind::see_it_too, voice).error().code == "voice.bad_kind");
    CHECK(*hear(world, open(false), VoiceKind::affects_me, voice) == 1);  // who sees it says so
}

TEST_CASE("hear: whom a closed issue affects is not counted, for nobody would tell him anything")
{
    support::for_each_database([](support::World& world) {
        auto const issue = world.write([&](Call& call) {
            auto const galleries = add_service(call, {.name = "Galleries"})->id;
            auto const opened = open_issue(
                call,
                {.title = "Slow", .services = {galleries}, .text = "Old albums load slowly."});
            return close_issue(call, opened->id, {.text = "Fast again."}, std::nullopt);
        });
        auto const id = issue->id.text();
        Voice const voice{.browser_key = "a"};
        auto const refused = hear(world, id, VoiceKind::affects_me, voice);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::conflict);
        CHECK(refused.error().code == "issue.closed");
        CHECK(*hear(world, id, VoiceKind::helped, voice) == 1);
    });
}

TEST_CASE("has_room_for_voices: where very many said so, nobody counts any more")
{
    support::World world;
    auto const incident = outage(world);
    auto const has_room = [&](VoiceKind kind) {
        return world.read([&](Call& call) { return has_room_for_voices(call.tx, incident, kind); });
    };
    CHECK(has_room(VoiceKind::see_it_too));
    world.write([&](Call& call) {
        call.tx.run(
            R"sql(
            INSERT INTO status_voices (about, subject, kind, voice, browser, at)
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
            SELECT 'incident', :subject, 'see_it_too', i, i, 0 FROM n)sql",
            {{"subject", *IncidentId::parse(incident)}});
    });
    CHECK_FALSE(has_room(VoiceKind::see_it_too));
    CHECK(has_room(VoiceKind::helped));
}

TEST_CASE("hear: nobody learns by a click what he may not know of")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const ada = customer(world, "Ada");
    auto const bob = customer(world, "Bob");
    auto wish = outage_of(world, galleries);
    wish.account =
        world.read([&](Call& call) { return accounts::find_contact(call.tx, ada)->account; });
    auto const incident = publish(world, wish)->id.text();
    auto const see = [&](std::string const& subject, Voice const& voice) {
        return hear(world, subject, VoiceKind::see_it_too, voice);
    };
    CHECK(see(incident, {.browser_key = "a"}).error().code == "incident.not_found");
    CHECK(see(incident, {.contact = bob}).error().code == "incident.not_found");
    CHECK(*see(incident, {.contact = ada}) == 1);
    auto const suspected = world.write([&](Call& call) {
        return suspect(call, {.title = "Slow", .services = {{.service = galleries}}});
    });
    CHECK(see(suspected->id.text(), {.contact = ada}).error().code == "incident.not_found");
}

TEST_CASE("hear: who is nobody, and what is nothing, is refused")
{
    support::World world;
    auto const incident = outage(world);
    auto const code = [&](std::string const& subject, VoiceKind kind, Voice const& voice) {
        return hear(world, subject, kind, voice).error().code;
    };
    Voice const voice{.browser_key = "a"};
    CHECK(code(incident, VoiceKind::see_it_too, {}) == "voice.bad_key");
    CHECK(
        code(incident, VoiceKind::helped, {.browser_key = std::string(129, 'x')}) ==
        "voice.bad_key");
    CHECK(code(incident, VoiceKind::affects_me, voice) == "voice.bad_kind");
    CHECK(code("nonsense", VoiceKind::helped, voice) == "incident.not_found");
    CHECK(code(IncidentId{1}.text(), VoiceKind::helped, voice) == "incident.not_found");
    CHECK(code(IssueId{1}.text(), VoiceKind::helped, voice) == "issue.not_found");
}
