#include "pages/links/links.hpp"

#include "accounts/accounts.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

struct Customer {
    PlanId plan;
    AccountId account;
};

Customer add_customer(support::World& world)
{
    return world.write([](Call& call) {
        accounts::NewPlan terms;
        terms.name = "Pro";
        auto const plan = accounts::add_plan(call, terms)->id;
        return Customer{plan, accounts::add_account(call, {.name = "Ada", .plan = plan})->id};
    });
}

}  // namespace

TEST_CASE("private_path: the same for the same, and another for each secret, subject and number")
{
    auto const path = private_path("secret", "acc_x", 1);
    CHECK(path.starts_with("/p/"));
    CHECK(path.size() == 27);
    CHECK(path == private_path("secret", "acc_x", 1));
    CHECK(path != private_path("other", "acc_x", 1));
    CHECK(path != private_path("secret", "acc_y", 1));
    CHECK(path != private_path("secret", "acc_x", 2));
}

TEST_CASE("page_link: a plan has one from the start, and another after it was renewed")
{
    support::for_each_database([](support::World& world) {
        auto const plan = add_customer(world).plan;
        auto const look = [&](Call& call) { return page_link(call, plan); };
        auto const before = world.read(look).value();
        CHECK(before.url.starts_with(world.settings.public_url + "/p/"));
        CHECK(before.calendar == before.url + "calendar.ics");
        auto const after = world.write([&](Call& call) { return renew_page_link(call, plan); });
        CHECK(after->url != before.url);
        CHECK(world.read(look)->url == after->url);
    });
}

TEST_CASE("page_link: an account has none until it is given one, then keeps it until the next")
{
    support::for_each_database([](support::World& world) {
        auto const account = add_customer(world).account;
        auto const look = [&](Call& call) { return page_link(call, account); };
        auto const renew = [&](Call& call) { return renew_page_link(call, account); };
        auto const none = world.read(look);
        REQUIRE(none.has_error());
        CHECK(none.error().code == "page_link.none");
        auto const first = world.write(renew).value();
        CHECK(world.read(look)->url == first.url);
        CHECK(world.write(renew)->url != first.url);
    });
}

TEST_CASE("page_link: a plan has another one for each brand that serves somebody on it")
{
    support::for_each_database([](support::World& world) {
        auto const [plan, account] = add_customer(world);
        auto const lens = world.write([](Call& call) {
            return accounts::add_brand(
                       call, {.name = "Lens",
                              .host = "status.lens.example",
                              .mail_from = Email::parse("help@lens.example")})
                ->id;
        });
        auto const look = [&](std::optional<BrandId> brand) {
            return world.read([&](Call& call) { return page_link(call, plan, brand); });
        };
        CHECK(look(lens).error().code == "page_link.none");
        CHECK(look(BrandId{7}).error().code == "brand.not_found");
        world.write([&](Call& call) { (void)accounts::give_brand(call, account, lens).value(); });
        auto const own = look(std::nullopt).value();
        auto const theirs = look(lens).value();
        CHECK(theirs.url.starts_with("http://status.lens.example:8080/p/"));
        auto const path = [](std::string const& url) { return url.substr(url.find("/p/")); };
        CHECK(path(theirs.url) != path(own.url));

        auto const renewed =
            world.write([&](Call& call) { return renew_page_link(call, plan, lens); });
        CHECK(renewed->url != theirs.url);
        CHECK(look(std::nullopt)->url == own.url);
        auto const default_brand =
            world.read([](Call& call) { return accounts::default_brand(call.tx).id; });
        CHECK(look(default_brand)->url == own.url);
    });
}

TEST_CASE("page_link: of nobody there is none")
{
    support::World world;
    world.write([](Call& call) {
        CHECK(page_link(call, PlanId{7}).error().code == "plan.not_found");
        CHECK(renew_page_link(call, PlanId{7}).error().code == "plan.not_found");
        CHECK(page_link(call, AccountId{7}).error().code == "account.not_found");
        CHECK(renew_page_link(call, AccountId{7}).error().code == "account.not_found");
    });
}

TEST_CASE("renew_page_link: is told as a fact, which wakes the press")
{
    support::World world;
    auto const account = add_customer(world).account;
    (void)world.write([&](Call& call) { return renew_page_link(call, account); }).value();
    auto const last = support::facts_told(world).back();
    CHECK(last.kind == "PageLinkRenewed");
    CHECK(last.subject == account.text());
}
