#include "pages/site.hpp"

#include "accounts/accounts.hpp"
#include "pages/links/links.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

// Two services, of which the account Ada on the plan Pro uses the private one.
struct Household {
    support::World world;
    PlanId plan;
    ServiceId heron;
    AccountId ada;

    Household()
    {
        world.write([this](Call& call) {
            (void)status::add_service(call, {.name = "Uploads"}).value();
            heron = status::add_service(call, {.name = "Heron", .is_public = false})->id;
            accounts::NewPlan terms;
            terms.name = "Pro";
            plan = accounts::add_plan(call, terms)->id;
            ada = accounts::add_account(call, {.name = "Ada", .plan = plan, .services = {{heron}}})
                      ->id;
        });
    }

    [[nodiscard]] Sites look()
    {
        return world.read([](Call& call) { return look_at_sites(call, {}); });
    }
};

std::vector<std::string> names_on(Site const& site)
{
    std::vector<std::string> names;
    for (auto const& service : site.page.services)
        names.push_back(service.name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("look_at_sites: one for everybody, and one for those on each plan")
{
    Household house;
    auto const sites = house.look();
    REQUIRE(sites.open.size() == 1);
    CHECK(sites.open[0].base_url == house.world.settings.public_url);
    CHECK_FALSE(sites.open[0].is_private);
    CHECK(names_on(sites.open[0]) == Names{"Uploads"});
    CHECK(base_path_of(sites.open[0]).empty());
    REQUIRE(sites.closed.size() == 1);
    auto const site = site_of(sites, sites.closed[0]);
    CHECK(site.is_private);
    CHECK(base_path_of(site) == sites.closed[0].base_path);
    CHECK(base_path_of(site).starts_with("/p/"));
}

TEST_CASE("look_at_sites: an account that was given a page sees what it uses")
{
    Household house;
    auto const link =
        house.world.write([&](Call& call) { return renew_page_link(call, house.ada); });
    auto const sites = house.look();
    REQUIRE(sites.closed.size() == 2);
    auto const site = site_of(sites, sites.closed[1]);
    CHECK(site.base_url + "/" == link->url);
    CHECK(names_on(site) == Names{"Heron"});
}

TEST_CASE("look_at_sites: an account's bars count trouble that was its alone, and nobody else's do")
{
    Household house;
    AccountId const bo = house.world.write([&](Call& call) {
        auto const added = accounts::add_account(
            call, {.name = "Bo", .plan = house.plan, .services = {{house.heron}}});
        for (auto const id : {house.ada, added->id})
            (void)renew_page_link(call, id).value();
        return added->id;
    });
    CHECK(bo != house.ada);
    house.world.pass(24h);
    auto const incident = house.world.write([&](Call& call) {
        return status::publish(
            call, {.title = "Bucket gone",
                   .services = {{.service = house.heron, .state = status::ServiceState::major}},
                   .text = "We are looking.",
                   .next_word_at = call.now + 6h,
                   .account = house.ada});
    });
    house.world.pass(5h);
    house.world.write([&](Call& call) {
        (void)status::resolve(call, incident->id, {.text = "It is back."}, std::nullopt).value();
    });
    auto const down_s = [&](std::size_t closed) {
        auto const sites = house.look();
        std::int64_t down = 0;
        for (auto const& day : site_of(sites, sites.closed.at(closed)).page.services.at(0).days)
            down += day.down_s;
        return down;
    };
    CHECK(down_s(1) == 5 * 3600);
    CHECK(down_s(2) == 0);
    CHECK(house.look().found.bars.at(house.heron).shown == "100.00");
}

//
TEST_CASE("look_at_sites: a partner's customers have a page of their plan in his name, on his host")
{
    Household house;
    house.world.write([&](Call& call) {
        auto const lens = accounts::add_brand(
                              call, {.name = "Lens",
                                     .host = "status.lens.example",
                                     .mail_from = Email::parse("help@lens.example")})
                              ->id;
        (void)accounts::give_brand(call, house.ada, lens).value();
    });
    auto const sites = house.look();
    REQUIRE(sites.closed.size() == 2);
    CHECK(site_of(sites, sites.closed[0]).brand.is_default);
    auto const theirs = site_of(sites, sites.closed[1]);
    CHECK(theirs.page.brand == "Lens");
    CHECK(theirs.base_url.starts_with("http://status.lens.example:8080/p/"));
    CHECK(sites.closed[1].base_path != sites.closed[0].base_path);
    for (auto const& closed : sites.closed)
        CHECK(house.world.read([&](Call& call) { return reader_at(call, closed.base_path); }));
}

//
TEST_CASE("look_at_sites: a partner has a site on his own host, in his own name")
{
    Household house;
    house.world.write([](Call& call) {
        (void)accounts::add_brand(
            call, {.name = "Lens",
                   .host = "status.lens.example",
                   .mail_from = Email::parse("help@lens.example")})
            .value();
    });
    auto const sites = house.look();
    REQUIRE(sites.open.size() == 2);
    CHECK(sites.open[1].brand.name == "Lens");
    CHECK(sites.open[1].base_url == "http://status.lens.example:8080");
    CHECK(sites.open[1].page.brand == "Lens");
    CHECK(sites.default_host == "127.0.0.1");
}
