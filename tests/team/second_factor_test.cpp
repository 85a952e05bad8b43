#include "team/second_factor.hpp"

#include "kernel/digest.hpp"
#include "team/authenticator.hpp"
#include "team/sessions.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

namespace {

std::string code_of(auto const& result)
{
    return result ? "" : result.error().code;
}

Person now_known(World& world, Person const& person)
{
    return *world.read([&](Call& call) { return find_person(call.tx, person.id); });
}

bool is_in(World& world, std::string const& session)
{
    return world.read(
        [&](Call& call) { return store::session(call.tx, sha256(session)).has_value(); });
}

std::string new_session(World& world, Person const& person)
{
    return world.write([&](Call& call) { return open_session(call, person.id); });
}

bool use(World& world, Person const& person, std::string const& code)
{
    return world.write([&](Call& call) { return use_code(call, person.id, code); });
}

}  // namespace

TEST_CASE("begin_second_factor: shows a secret of 160 bits twice, and changes nothing yet")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    auto const begun = begin_second_factor(house, asker(ada), his_password);
    REQUIRE(begun);
    CHECK(from_base32(begun->secret).size() == 20);
    CHECK(begun->uri.find("secret=" + begun->secret) != std::string::npos);
    CHECK(begun->uri.find("ada%40team.example.test") != std::string::npos);
    CHECK_FALSE(now_known(world, ada).second_factor);
}

TEST_CASE("begin_second_factor: takes the password again")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    auto const refused = begin_second_factor(house, asker(ada), "wrong horse!");
    CHECK(code_of(refused) == "me.wrong_password");
    CHECK(refused.error().field == "password");
}

TEST_CASE("begin_second_factor: a secret that was not confirmed is replaced, one in force is not")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    auto const first = begin_second_factor(house, asker(ada), his_password);
    auto const second = enrol(world, ada);
    CHECK(first->secret != second.secret);
    CHECK(code_of(begin_second_factor(house, asker(ada), his_password)) == "second_factor.is_on");
}

TEST_CASE("begin_second_factor: the secret does not lie open in the database")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto const kept = world.read(
        [&](Call& call) { return store::second_factor(call.tx, ada.person.id)->secret.bytes; });
    CHECK(kept.find(from_base32(ada.secret)) == std::string::npos);
    world.settings.secret = "another house's";
    world.pass(30s);
    CHECK_FALSE(use(world, ada.person, ada.code(world.now())));
}

TEST_CASE("confirm_second_factor: turns it on, shows ten recovery codes, ends his other sessions")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto const here = new_session(world, ada);
    auto const elsewhere = new_session(world, ada);
    auto const others = new_session(world, somebody(world, "ben"));
    auto house = world.house();
    auto const begun = begin_second_factor(house, asker(ada), his_password);
    Enrolled const phone{.person = ada, .secret = begun->secret, .recovery_codes = {}};
    auto const codes =
        confirm_second_factor(house, asker(ada, sha256(here)), phone.code(world.now()));
    REQUIRE(codes);
    CHECK(codes->recovery_codes.size() == 10);
    CHECK(now_known(world, ada).second_factor);
    CHECK(is_in(world, here));
    CHECK_FALSE(is_in(world, elsewhere));
    CHECK(is_in(world, others));
    auto const told = facts_told(world);
    CHECK(told[told.size() - 2] == support::ToldFact{"SecondFactorTurnedOn", ada.id.text()});
    CHECK(told.back() == support::ToldFact{"RecoveryCodesMade", ada.id.text()});
}

TEST_CASE("confirm_second_factor: needs a secret first, a right code, and to be off")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    CHECK(code_of(confirm_second_factor(house, asker(ada), "000000")) == "second_factor.not_begun");
    REQUIRE(begin_second_factor(house, asker(ada), his_password));
    CHECK(code_of(confirm_second_factor(house, asker(ada), "no")) == "second_factor.wrong_code");
    CHECK_FALSE(now_known(world, ada).second_factor);
    auto const phone = enrol(world, ada);
    world.pass(30s);
    CHECK(
        code_of(confirm_second_factor(house, asker(ada), phone.code(world.now()))) ==
        "second_factor.is_on");
}

TEST_CASE("confirm_second_factor: guesses are counted as at sign-in")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    REQUIRE(begin_second_factor(house, asker(ada), his_password));
    for (int i = 0; i < 10; ++i)
        CHECK(
            code_of(confirm_second_factor(house, asker(ada), "no")) == "second_factor.wrong_code");
    CHECK(code_of(confirm_second_factor(house, asker(ada), "no")) == "team.too_many_attempts");
    CHECK(
        code_of(turn_off_own_second_factor(house, asker(ada), his_password)) ==
        "team.too_many_attempts");
}

TEST_CASE("use_code: no code is good twice, not even the one that turned it on")
{
    World world;
    auto const ada = enrolled(world, "ada");
    CHECK_FALSE(use(world, ada.person, ada.code(world.now())));
    world.pass(30s);
    CHECK(use(world, ada.person, ada.code(world.now())));
    CHECK_FALSE(use(world, ada.person, ada.code(world.now())));
}

TEST_CASE("use_code: takes a code in two groups, as authenticators show it")
{
    World world;
    auto const ada = enrolled(world, "ada");
    world.pass(30s);
    CHECK(use(world, ada.person, ada.code(world.now()).insert(3, " ")));
}

TEST_CASE("use_code: takes a recovery code instead, once")
{
    World world;
    auto const ada = enrolled(world, "ada");
    CHECK(use(world, ada.person, ada.recovery_codes[4]));
    CHECK_FALSE(use(world, ada.person, ada.recovery_codes[4]));
}

TEST_CASE("use_code: one person's codes are nobody else's")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto const ben = enrolled(world, "ben");
    world.pass(30s);
    CHECK_FALSE(use(world, ben.person, ada.code(world.now())));
    CHECK_FALSE(use(world, ben.person, ada.recovery_codes[0]));
}

TEST_CASE("renew_recovery_codes: by a code of the authenticator; the old ones are worth nothing")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto house = world.house();
    CHECK(
        code_of(renew_recovery_codes(house, asker(ada.person), ada.recovery_codes[0])) ==
        "second_factor.wrong_code");
    world.pass(30s);
    auto const renewed = renew_recovery_codes(house, asker(ada.person), ada.code(world.now()));
    REQUIRE(renewed);
    CHECK_FALSE(use(world, ada.person, ada.recovery_codes[0]));
    CHECK(use(world, ada.person, renewed->recovery_codes[0]));
}

TEST_CASE("renew_recovery_codes: there are none while it is off")
{
    World world;
    auto const ada = with_password(world, "ada");
    auto house = world.house();
    CHECK(code_of(renew_recovery_codes(house, asker(ada), "000000")) == "second_factor.is_off");
}

TEST_CASE("turn_off_own_second_factor: takes the password, ends his other sessions, forgets all")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto const here = new_session(world, ada.person);
    auto const elsewhere = new_session(world, ada.person);
    auto house = world.house();
    auto const me = asker(ada.person, sha256(here));
    CHECK(code_of(turn_off_own_second_factor(house, me, "wrong horse!")) == "me.wrong_password");
    auto const off = turn_off_own_second_factor(house, me, his_password);
    REQUIRE(off);
    CHECK_FALSE(off->second_factor);
    CHECK(is_in(world, here));
    CHECK_FALSE(is_in(world, elsewhere));
    CHECK_FALSE(use(world, ada.person, ada.recovery_codes[0]));
    CHECK(
        facts_told(world).back() ==
        support::ToldFact{"SecondFactorTurnedOff", ada.person.id.text()});
}

TEST_CASE("turn_off_second_factor: ends the person's sessions; where it is off, nothing happens")
{
    World world;
    auto const ada = enrolled(world, "ada");
    auto const session = new_session(world, ada.person);
    auto const off = [&](Call& call) { return turn_off_second_factor(call, ada.person.id); };
    CHECK_FALSE(world.write(off)->second_factor);
    CHECK_FALSE(is_in(world, session));
    auto const later = new_session(world, ada.person);
    auto const told = facts_told(world);
    CHECK(world.write(off));
    CHECK(is_in(world, later));
    CHECK(facts_told(world) == told);
}
