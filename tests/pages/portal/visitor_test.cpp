#include "pages/portal/visitor.hpp"

#include "accounts/accounts.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

// Two public services and a private one.
void add_services(support::World& world)
{
    world.write([](Call& call) {
        for (std::string_view const name : {"Galleries", "Uploads", "Heron"})
            (void)status::add_service(
                call, {.name = std::string{name}, .is_public = name != "Heron"});
    });
}

std::vector<std::string> services_seen(support::World& world, ContactId contact)
{
    return world.read([&](Call& call) {
        auto const visitor = visitor_of(call, contact);
        REQUIRE(visitor);
        std::vector<std::string> names;
        for (auto const& service : all_seen(look(call), reader_of(*visitor)).services)
            names.push_back(service.name);
        return names;
    });
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("visitor_of: whose exposure is unknown sees all public services")
{
    support::World world;
    add_services(world);
    auto const contact = world.write([](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Pro";
        return accounts::add_account(
                   call,
                   {.name = "Ada & Co",
                    .plan = accounts::add_plan(call, plan)->id,
                    .contacts = {{.name = "Ada", .email = *Email::parse("ada@example.test")}}})
            ->contacts.at(0)
            .id;
    });
    CHECK(services_seen(world, contact) == Names{"Galleries", "Uploads"});
}

TEST_CASE("visitor_of: a contact without an account sees what everybody sees")
{
    support::World world;
    add_services(world);
    auto const contact = world.write([](Call& call) {
        return accounts::add_prospect(call, "Bo", *Email::parse("bo@example.test"), BrandId{1});
    });
    CHECK(services_seen(world, contact.id) == Names{"Galleries", "Uploads"});
}

TEST_CASE("visitor_of: a contact that is gone is nobody")
{
    support::World world;
    CHECK_FALSE(world.read([](Call& call) { return visitor_of(call, ContactId{4711}); }));
}
