#include "pages/portal.hpp"

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
    auto const portal = world.read([&](Call& call) { return portal_of(call, contact); });
    REQUIRE(portal);
    std::vector<std::string> names;
    for (auto const& service : portal->page.services)
        names.push_back(service.name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("portal_of: whose exposure is unknown sees all public services")
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

TEST_CASE("portal_of: a contact without an account sees what everybody sees")
{
    support::World world;
    add_services(world);
    auto const contact = world.write([](Call& call) {
        return accounts::add_prospect(call, "Bo", *Email::parse("bo@example.test"), BrandId{1});
    });
    CHECK(services_seen(world, contact.id) == Names{"Galleries", "Uploads"});
}

TEST_CASE("portal_of: a contact that is gone has none")
{
    support::World world;
    CHECK_FALSE(world.read([](Call& call) { return portal_of(call, ContactId{4711}); }));
}

TEST_CASE("render: a portal's names stay text")
{
    Portal const portal{
        .contact = {.name = "<script>x</script>", .email = *Email::parse("ada@example.test")},
        .account = "<script>y</script>",
        .brand = {.name = "Pixel"},
        .page = {.brand = "Pixel"}};
    auto const html = render(portal);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;y") != std::string::npos);
}

TEST_CASE("render_one: the page of an incident that he sees, with buttons of his own, and no other")
{
    ShownIncident const outage{.id = IncidentId{7}, .title = "Numbers are missing"};
    Portal const portal{
        .contact = {.name = "Ada", .email = *Email::parse("ada@example.test")},
        .brand = {.name = "Pixel"},
        .page = {.brand = "Pixel", .incidents = {outage}}};
    auto const path = "/incidents/" + id_letters(7);
    auto const html = render_one(portal, path);
    REQUIRE(html);
    CHECK(html->contains("Numbers are missing"));
    CHECK(html->contains("action=\"/portal" + path + "/see-it-too\""));
    CHECK_FALSE(render_one(portal, "/incidents/" + id_letters(8)));
    CHECK_FALSE(render_one(portal, "/windows/" + id_letters(7)));
}
