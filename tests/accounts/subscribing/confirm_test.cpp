#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "accounts/topics.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

using Services = std::optional<std::vector<ServiceId>>;

constexpr ServiceId mail_service{101};
constexpr ServiceId web_service{102};

std::string mailed_link(
    support::World& world, std::string_view email, std::vector<Topic> const& topics,
    Services const& services = {})
{
    return world
        .write([&](Call& call) {
            return subscribe(
                call, {.email = address(email),
                       .brand = BrandId{1},
                       .topics = topics,
                       .services = services});
        })
        .value()
        .secret;
}

Result<Contact> spend(support::World& world, std::string_view secret)
{
    return world.write([&](Call& call) { return confirm(call, secret); });
}

// What eve hears of after she has asked for these topics and services, and confirmed it.
Services
eve_after(support::World& world, std::vector<Topic> const& topics, Services const& services = {})
{
    auto const eve = spend(world, mailed_link(world, "eve@example.test", topics, services));
    return world.read([&](Call& call) { return preferences_of(call.tx, eve->id); })->services;
}

struct Agreed {
    std::optional<std::int64_t> topic_bits;
    std::optional<Instant> unconfirmed_since;
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(Agreed, (), (topic_bits, unconfirmed_since, confirmed_at))

Agreed agreed(support::World& world, ContactId id)
{
    return world
        .read([&](Call& call) {
            return call.tx.one<Agreed>(
                R"sql(
                SELECT topic_bits, unconfirmed_since, confirmed_at
                FROM   accounts_contacts
                WHERE  id = :id)sql",
                {{"id", id}});
        })
        .value();
}

}  // namespace

TEST_CASE("confirm: a subscriber hears from then on of what he asked for, and did so himself")
{
    support::for_each_database([](support::World& world) {
        auto const secret =
            mailed_link(world, "eve@example.test", {Topic::recovery, Topic::unplanned});
        auto const eve = spend(world, secret);
        REQUIRE(eve);
        CHECK(eve->topics == std::vector{Topic::unplanned, Topic::recovery});
        auto const row = agreed(world, eve->id);
        CHECK(row.topic_bits == topic_bits(*eve->topics));
        CHECK_FALSE(row.unconfirmed_since);
        CHECK(row.confirmed_at == world.now());
        CHECK(kinds_told(world) == Kinds{"ContactAdded", "ContactConfirmed", "TopicsChosen"});
    });
}

TEST_CASE("confirm: a link works once")
{
    support::World world;
    auto const secret = mailed_link(world, "eve@example.test", {Topic::news});
    REQUIRE(spend(world, secret));
    auto const again = spend(world, secret);
    REQUIRE(again.has_error());
    CHECK(again.error().code == "link.spent");
    CHECK(again.error().kind == Refusal::unauthenticated);
}

TEST_CASE("confirm: a link works for seven days")
{
    support::World world;
    auto const early = mailed_link(world, "eve@example.test", {Topic::news});
    auto const late = mailed_link(world, "eve@example.test", {Topic::news});
    world.pass(subscription_link_life - 1us);
    CHECK(spend(world, early));
    world.pass(1us);
    CHECK(spend(world, late).has_error());
}

TEST_CASE("confirm: what a contact hears of already stays on, his plan's default included")
{
    support::World world;
    auto plan = plan_named("Pro");
    plan.topics = {Topic::planned};
    auto const account = add_account(
        world, {.name = "Ada & Co",
                .plan = add_plan(world, plan),
                .contacts = {person("Ada", "ada@example.test")}});
    CHECK_FALSE(account.contacts.at(0).topics);
    auto const ada = spend(world, mailed_link(world, "ada@example.test", {Topic::news}));
    REQUIRE(ada);
    CHECK(ada->topics == std::vector{Topic::planned, Topic::news});
}

TEST_CASE("confirm: who asks for what his plan gives him goes on following it")
{
    support::World world;
    add_ada(world);
    auto const ada = spend(world, mailed_link(world, "ada@example.test", {Topic::unplanned}));
    REQUIRE(ada);
    CHECK_FALSE(ada->topics);
}

TEST_CASE("confirm: neither an invented secret nor a sign-in link, nor what the table holds")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    auto const sign_in =
        world.write([&](Call& call) { return make_sign_in_link_secret(call, ada); });
    auto const secret = mailed_link(world, "ada@example.test", {Topic::news});
    auto const kept = world.read([](Call& call) {
        return call.tx.one<db::Blob>("SELECT hash FROM accounts_confirmations");
    });
    REQUIRE(kept);
    CHECK(kept->bytes != secret);
    for (std::string const& wrong : {std::string{"invented"}, std::string{}, sign_in, kept->bytes})
        CHECK(spend(world, wrong).has_error());
    CHECK(spend(world, secret));
}

TEST_CASE("confirm: a subscriber hears of the services that he asked for, and then of more")
{
    support::for_each_database([](support::World& world) {
        CHECK(bool{
            eve_after(world, {Topic::unplanned}, {{mail_service}}) == Services{{mail_service}}});
        CHECK(
            kinds_told(world) ==
            Kinds{"ContactAdded", "ContactConfirmed", "ServicesChosen", "TopicsChosen"});
        CHECK(bool{
            eve_after(world, {Topic::unplanned}, {{web_service}}) ==
            Services{{mail_service, web_service}}});
        CHECK_FALSE(eve_after(world, {Topic::unplanned}));
    });
}

TEST_CASE("confirm: who hears of all services goes on so; who had ended it hears of what he asks")
{
    support::World world;
    CHECK_FALSE(eve_after(world, {Topic::unplanned}));
    CHECK_FALSE(eve_after(world, {Topic::unplanned}, {{mail_service}}));
    world.write([](Call& call) {
        auto const eve = find_contact_by_email(call.tx, address("eve@example.test"));
        return choose_topics(call, eve->id, std::vector<Topic>{});
    });
    CHECK(bool{eve_after(world, {Topic::news}, {{mail_service}}) == Services{{mail_service}}});
}

TEST_CASE("confirm: of a contact his account says what he uses, whatever is asked for")
{
    support::World world;
    auto const ada = add_ada(world).contacts.at(0).id;
    REQUIRE(spend(world, mailed_link(world, "ada@example.test", {Topic::news}, {{mail_service}})));
    CHECK_FALSE(world.read([&](Call& call) { return preferences_of(call.tx, ada); })->services);
}
