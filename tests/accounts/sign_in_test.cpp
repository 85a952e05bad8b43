#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;

using namespace std::chrono_literals;

namespace {

std::string mailed_link(support::World& world, ContactId id)
{
    return world.write([&](Call& call) { return make_sign_in_link_secret(call, id); });
}

Result<SignedIn> spend(support::World& world, std::string_view secret)
{
    return world.write([&](Call& call) { return spend_sign_in_link(call, secret); });
}

std::optional<ContactId> who(support::World& world, std::string_view session)
{
    return world.read([&](Call& call) { return contact_of_session(call, session); });
}

}  // namespace

TEST_CASE("sign-in: a link opens a session for its contact")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add_ada(world).contacts.at(0).id;
        auto const signed_in = spend(world, mailed_link(world, ada));
        REQUIRE(signed_in);
        CHECK(signed_in->contact == ada);
        CHECK(who(world, signed_in->session_secret) == ada);
        CHECK(kinds_told(world, 3) == Kinds{"ContactSignedIn"});
    });
}

TEST_CASE("sign-in: a link works once")
{
    support::World world;
    auto const secret = mailed_link(world, add_ada(world).contacts.at(0).id);
    REQUIRE(spend(world, secret));
    auto const again = spend(world, secret);
    REQUIRE(again.has_error());
    CHECK(again.error().kind == Refusal::unauthenticated);
    CHECK(again.error().code == "link.spent");
}

TEST_CASE("sign-in: a link works for 15 minutes")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    auto const early = mailed_link(world, ada);
    auto const late = mailed_link(world, ada);
    world.pass(15min - 1us);
    CHECK(spend(world, early));
    world.pass(1us);
    CHECK(spend(world, late).has_error());
}

TEST_CASE("sign-in: a session lasts 30 days")
{
    support::World world;
    auto const signed_in = spend(world, mailed_link(world, add_ada(world).contacts.at(0).id));
    REQUIRE(signed_in);
    world.pass(std::chrono::days{30} - 1us);
    CHECK(who(world, signed_in->session_secret));
    world.pass(1us);
    CHECK_FALSE(who(world, signed_in->session_secret));
}

TEST_CASE("sign-in: one secret is no use in the other's place, nor is an invented one")
{
    support::World world;
    auto const secret = mailed_link(world, add_ada(world).contacts.at(0).id);
    CHECK_FALSE(who(world, secret));
    CHECK(spend(world, "invented").has_error());
    CHECK(spend(world, "").has_error());
    auto const signed_in = spend(world, secret);
    REQUIRE(signed_in);
    CHECK(spend(world, signed_in->session_secret).has_error());
}

TEST_CASE("sign-in: the tables hold no secret that works")
{
    support::World world;
    auto const secret = mailed_link(world, add_ada(world).contacts.at(0).id);
    auto const kept = world.read([](Call& call) {
        return call.tx.one<db::Blob>(R"sql(
            SELECT hash FROM accounts_links)sql");
    });
    REQUIRE(kept);
    CHECK(kept->bytes != secret);
    CHECK(spend(world, kept->bytes).has_error());
}
