#include "kernel/digest.hpp"
#include "support/database.hpp"
#include "team/sessions.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using support::World;

TEST_CASE("add_person: he is there and a fact says so")
{
    World world;
    auto const ada = somebody(world, "ada", Role::lead);
    auto const found = world.read([&](Call& call) { return find_person(call.tx, ada.id); });
    REQUIRE(found);
    CHECK(found->name == "ada");
    CHECK(found->role == Role::lead);
    CHECK(facts_told(world) == support::Told{{"PersonAdded", ada.id.text()}});
}

TEST_CASE("add_person: what is wrong is refused with its field")
{
    World world;
    somebody(world, "ada");
    struct Row {
        NewPerson wish;
        std::string code, field;
    };
    auto const email = *Email::parse("new@team.example.test");
    std::vector<Row> const rows{
        {{.name = "  ", .email = email}, "person.needs_name", "name"},
        {{.name = std::string(201, 'x'), .email = email}, "person.name_too_long", "name"},
        {{.name = "New", .email = email, .zone = "Mars/Crater"}, "person.unknown_zone", "zone"},
        {{.name = "New", .email = email, .language = "x"}, "person.unknown_language", "language"},
        {{.name = "Ada", .email = *Email::parse("ADA@team.example.test")},
         "person.email_taken",
         "email"},
    };
    for (auto const& row : rows) {
        auto const refused = world.write([&](Call& call) { return add_person(call, row.wish); });
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}

TEST_CASE("change_role: sessions, tokens and open links of the old role end at once")
{
    World world;
    somebody(world, "olga", Role::owner);
    auto const ada = somebody(world, "ada", Role::lead);
    auto const secret = world.write([&](Call& call) { return open_session(call, ada.id); });
    auto const token =
        world.write(as(ada), [&](Call& call) { return create_token(call, {.name = "ci"}); });
    auto const link = world.write([&](Call& call) { return password_link(call, ada.id); });
    REQUIRE(token);
    REQUIRE(link);

    auto const changed =
        world.write([&](Call& call) { return change_role(call, ada.id, Role::agent); });
    REQUIRE(changed);
    CHECK(changed->role == Role::agent);
    CHECK(changed->version == ada.version + 1);
    world.read([&](Call& call) {
        CHECK_FALSE(store::session(call.tx, sha256(secret)));
        CHECK_FALSE(store::link(call.tx, sha256(*link)));
        CHECK(store::token(call.tx, token->token.id)->revoked_at == world.now());
    });
    CHECK(facts_told(world).back() == support::ToldFact{"PersonChanged", ada.id.text()});
}

TEST_CASE("change_role: the role that he has already changes nothing")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const told = facts_told(world);
    auto const same =
        world.write([&](Call& call) { return change_role(call, ada.id, Role::agent); });
    REQUIRE(same);
    CHECK(same->version == ada.version);
    CHECK(facts_told(world) == told);
}

TEST_CASE("change_role, disable: the last owner stays")
{
    World world;
    auto const olga = somebody(world, "olga", Role::owner);
    auto const demoted =
        world.write([&](Call& call) { return change_role(call, olga.id, Role::agent); });
    auto const disabled = world.write([&](Call& call) { return disable(call, olga.id); });
    REQUIRE(demoted.has_error());
    REQUIRE(disabled.has_error());
    CHECK(demoted.error().code == "person.last_owner");
    CHECK(disabled.error().code == "person.last_owner");
}

TEST_CASE("disable: a second owner may go, a disabled one does not count")
{
    World world;
    auto const olga = somebody(world, "olga", Role::owner);
    auto const otto = somebody(world, "otto", Role::owner);
    CHECK(world.write([&](Call& call) { return disable(call, otto.id); }));
    auto const last = world.write([&](Call& call) { return disable(call, olga.id); });
    REQUIRE(last.has_error());
    CHECK(last.error().code == "person.last_owner");
}

TEST_CASE("enable: he is back, but what was ended stays ended")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const secret = world.write([&](Call& call) { return open_session(call, ada.id); });
    REQUIRE(world.write([&](Call& call) { return disable(call, ada.id); }));
    auto const back = world.write([&](Call& call) { return enable(call, ada.id); });
    REQUIRE(back);
    CHECK_FALSE(back->disabled);
    CHECK_FALSE(world.read([&](Call& call) { return store::session(call.tx, sha256(secret)); }));
}

TEST_CASE("change_role, disable, enable: an unknown person is not found")
{
    World world;
    PersonId const nobody{12345};
    for (auto const& refused :
         {world.write([&](Call& call) { return change_role(call, nobody, Role::agent); }),
          world.write([&](Call& call) { return disable(call, nobody); }),
          world.write([&](Call& call) { return enable(call, nobody); })}) {
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "person.not_found");
    }
}

TEST_CASE("change_person: what is said changes, what is not stays, and a fact says so")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const changed = world.write([&](Call& call) {
        return change_person(call, ada.id, {.name = " Ada L. ", .zone = "Europe/Berlin"});
    });
    REQUIRE(changed);
    CHECK(changed->name == "Ada L.");
    CHECK(changed->language == "en");
    CHECK(changed->zone == "Europe/Berlin");
    CHECK(changed->version == 2);
    CHECK(facts_told(world).back() == support::ToldFact{"PersonChanged", ada.id.text()});
}

TEST_CASE("change_person: what is wrong is refused with its field")
{
    World world;
    auto const ada = somebody(world, "ada");
    for (auto const& [wish, field] : std::vector<std::pair<ChangeMe, std::string>>{
             {{.name = " "}, "name"}, {{.language = "xx"}, "language"}, {{.zone = "Mars"}, "zone"}})
        CHECK(
            world.write([&](Call& call) { return change_person(call, ada.id, wish); })
                .error()
                .field == field);
}

TEST_CASE("find_person_by_email: finds him in any case, and nobody else")
{
    World world;
    auto const ada = somebody(world, "ada");
    world.read([&](Call& call) {
        CHECK(find_person_by_email(call.tx, *Email::parse("ADA@team.example.test"))->id == ada.id);
        CHECK_FALSE(find_person_by_email(call.tx, *Email::parse("ben@team.example.test")));
    });
}
