#include "accounts/accounts.hpp"
#include "accounts/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace tellfirst::accounts::samples;
using namespace std::chrono_literals;

namespace {

// A plan "Pro" with `count` contacts, and another one with Zoe alone.
struct Plans {
    Plans(support::World& in, int count) : world{in}, pro{add_plan(in)}
    {
        NewAccount ours{.name = "Ours", .plan = pro};
        for (int i = 0; i < count; ++i)
            ours.contacts.push_back(person("Ada", fmt::format("ada{}@example.test", i)));
        contacts = add_account(world, ours).contacts;
        zoe = add_account(
                  world, {.name = "Other",
                          .plan = add_plan(world, plan_named("Basic")),
                          .contacts = {person("Zoe", "zoe@example.test")}})
                  .contacts.at(0)
                  .id;
    }

    Result<Invited> invite()
    {
        return world.write([&](Call& call) { return invite_plan(call, pro); });
    }
    std::vector<ConfirmationLink> links(Instant at, int at_once = 1000)
    {
        std::vector<ConfirmationLink> all;
        for (;;) {
            auto const next = world.write([&](Call& call) {
                auto const after = all.empty() ? std::optional<ContactId>{} : all.back().contact;
                return next_invitations(call, {.plan = pro, .at = at}, after, at_once);
            });
            all.insert(all.end(), next.begin(), next.end());
            if (std::ssize(next) < at_once)
                return all;
        }
    }
    Result<Contact> confirm(ConfirmationLink const& link)
    {
        return world.write([&](Call& call) { return accounts::confirm(call, link.secret); });
    }
    Invitations invitations()
    {
        return world.read([&](Call& call) { return invitations_of(call.tx, pro); }).value();
    }
    std::int64_t unconfirmed()
    {
        return world
            .read([&](Call& call) {
                return call.tx.one<std::int64_t>(
                    "SELECT COUNT(unconfirmed_since) FROM accounts_contacts");
            })
            .value();
    }

    support::World& world;
    PlanId pro;
    std::vector<Contact> contacts;
    ContactId zoe;
};

}  // namespace

TEST_CASE("invite_plan: 1,000 invitations are 1,000 links, each of which works once")
{
    support::World world;
    Plans plans{world, 1'000};
    CHECK(plans.invite() == Invited{.invited = 1'000});
    CHECK(plans.unconfirmed() == 1'000);
    auto const links = plans.links(world.now(), 300);
    std::set<std::string> secrets;
    std::set<ContactId> invited;
    for (auto const& link : links) {
        secrets.insert(link.secret);
        invited.insert(link.contact);
    }
    CHECK(secrets.size() == 1'000);
    CHECK(invited.size() == 1'000);
    CHECK_FALSE(invited.contains(plans.zoe));
    for (auto const& link : links)
        REQUIRE(plans.confirm(link));
    CHECK(plans.unconfirmed() == 0);
    CHECK(plans.confirm(links.front()).has_error());
    CHECK(plans.invitations() == Invitations{.invited = 1'000, .confirmed = 1'000, .waiting = 0});
}

TEST_CASE("invite_plan: twice does not invite twice, and who has confirmed is not asked again")
{
    support::for_each_database([](support::World& world) {
        Plans plans{world, 3};
        REQUIRE(plans.invite());
        auto const links = plans.links(world.now());
        REQUIRE(plans.confirm(links.at(0)));
        world.pass(1h);
        CHECK(plans.invite() == Invited{.invited = 0, .already_confirmed = 1});
        CHECK(plans.links(world.now()).empty());
        CHECK(plans.invitations() == Invitations{.invited = 3, .confirmed = 1, .waiting = 2});
    });
}

TEST_CASE("invite_plan: who has not answered in thirty days may be invited again")
{
    support::World world;
    Plans plans{world, 1};
    REQUIRE(plans.invite());
    auto const first = plans.links(world.now()).at(0);
    world.pass(invitation_life);
    CHECK(plans.confirm(first).has_error());
    CHECK(plans.invite() == Invited{.invited = 1});
    CHECK(plans.confirm(plans.links(world.now()).at(0)));
}

TEST_CASE("invite_plan: whom no letter would reach is counted and left as he is")
{
    support::for_each_database([](support::World& world) {
        Plans plans{world, 2};
        world.write([&](Call& call) {
            set_unreachable(
                call, plans.contacts.at(0).email,
                Unreachable{.reason = "no such mailbox", .since = call.now});
        });
        CHECK(plans.invite() == Invited{.invited = 1, .unreachable = 1});
        auto const links = plans.links(world.now());
        REQUIRE(links.size() == 1);
        CHECK(links.at(0).contact == plans.contacts.at(1).id);
    });
}

TEST_CASE("invite_plan: looking before changes nothing and says the same")
{
    support::World world;
    Plans plans{world, 2};
    auto const seen =
        world.write([&](Call& call) { return who_would_be_invited(call, plans.pro); });
    CHECK(plans.unconfirmed() == 0);
    CHECK(plans.invite() == seen);
}

TEST_CASE("invite_plan: is told once, with how many, and not where nobody was invited")
{
    support::World world;
    Plans plans{world, 2};
    auto const before = support::facts_told(world).size();
    REQUIRE(plans.invite());
    REQUIRE(plans.invite());
    CHECK(kinds_told(world, before) == Kinds{"PlanInvited"});
}

TEST_CASE("invite_plan: a plan that there is not is refused")
{
    support::World world;
    auto const refused = world.write([](Call& call) { return invite_plan(call, PlanId{4711}); });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "plan.not_found");
}
