#include "status/samples.hpp"
#include "status/windows/critical_dates_samples.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

Result<WindowCheck> check(support::World& world, CheckWindow const& wish)
{
    return world.read([&](Call& call) { return check_window(call, wish); });
}

// A customer of the service who cannot bear work in this time.
void busy(support::World& world, std::string const& name, ServiceId service, Instant from)
{
    auto const contact = customer(world, name, std::vector{service});
    world.write([&](Call& call) {
        auto const account = accounts::find_contact(call.tx, contact)->account;
        (void)accounts::add_critical_date(
            call, *account, {.title = "Launch", .starts_at = from, .ends_at = from + 5h})
            .value();
    });
}

}  // namespace

TEST_CASE("check_window: it names three critical dates in the way and the next free slot")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto const uploads = service(world, "Uploads").id;
        auto const start = world.now() + 200h;
        busy(world, "Ada", galleries, start - 4h);
        busy(world, "Bob", galleries, start + 1h);
        busy(world, "Cleo", galleries, start + 90min);
        busy(world, "Dora", uploads, start);  // does not use what is worked on
        auto const answer =
            check(world, {.services = {galleries}, .starts_at = start, .ends_at = start + 2h});
        REQUIRE(answer);
        Words names;
        for (auto const& conflict : answer->conflicts)
            names.push_back(conflict.account_name);
        CHECK(names == Words{"Ada & Co", "Bob & Co", "Cleo & Co"});
        REQUIRE(answer->next_free);
        CHECK(answer->next_free->starts_at == start + 90min + 5h);
        CHECK(answer->next_free->ends_at == start + 90min + 7h);
    });
}

TEST_CASE("check_window: where there are more critical dates than it looked at, it says so")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const start = world.now() + 200h;
    CheckWindow const wish{.services = {galleries}, .starts_at = start, .ends_at = start + 2h};
    busy(world, "Ada", galleries, start);
    CHECK_FALSE(check(world, wish)->is_cut);
    more_critical_dates_than_fit(world, start);
    CHECK(check(world, wish)->is_cut);
}

TEST_CASE("check_window: whose critical dates they are is for those who may read accounts")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const start = world.now() + 200h;
    busy(world, "Ada", galleries, start + 1h);
    CheckWindow const wish{.services = {galleries}, .starts_at = start, .ends_at = start + 2h};
    auto const seen_by = [&](RightSet rights) {
        return world.read(
            Actor{.kind = Actor::Kind::token, .id = 5, .rights = rights},
            [&](Call& call) { return check_window(call, wish).value(); });
    };
    auto const seen = seen_by({Right::publish_status, Right::read_status});
    REQUIRE(seen.conflicts.size() == 1);
    CHECK_FALSE(seen.conflicts[0].account);
    CHECK(seen.conflicts[0].account_name.empty());
    CHECK(seen.conflicts[0].title.empty());
    CHECK(seen.conflicts[0].from == start + 1h);
    CHECK(seen.next_free->starts_at == start + 6h);
    CHECK(seen_by({Right::read_accounts}).conflicts[0].title == "Launch");
}

TEST_CASE("check_window: other windows on its services are named, but for the one that is moved")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const other = plan(world, work_on(world, galleries)).value();
    auto const elsewhere = plan(world, work_on(world, service(world, "Uploads").id)).value();
    CheckWindow wish{
        .services = {galleries}, .starts_at = other.starts_at + 1h, .ends_at = other.ends_at + 1h};
    auto const answer = check(world, wish);
    CHECK(answer->windows == std::vector{other.id});
    CHECK(answer->next_free->starts_at == other.ends_at);
    wish.window = other.id;
    CHECK(check(world, wish)->windows.empty());
    REQUIRE(call_off(world, other.id));
    wish.window.reset();
    CHECK(check(world, wish)->windows.empty());
}

TEST_CASE("check_window: where nothing is in the way the free one is the first with enough notice")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    customer_with_lead(world, 48, "Pro");
    auto const start = world.now() + 24h;
    auto const answer =
        check(world, {.services = {galleries}, .starts_at = start, .ends_at = start + 1h});
    CHECK(answer->next_free->starts_at == world.now() + 48h);
    REQUIRE(answer->notice.size() == 1);
    CHECK(answer->notice[0].plan_name == "Pro");
    CHECK(answer->notice[0].given_hours == 24);
    CHECK(answer->notice[0].is_short);
    auto const late = world.now() + 72h;
    CHECK(
        check(world, {.services = {galleries}, .starts_at = late, .ends_at = late + 1h})
            ->next_free->starts_at == late);
}

TEST_CASE("check_window: of one that runs it looks at what would come behind its end")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    customer_with_lead(world, 48, "Pro");
    auto const window = plan(world, work_on(world, galleries)).value();
    busy(world, "Ada", galleries, window.ends_at + 30min);
    world.go_to(window.starts_at + 10min);
    world.write([&](Call& call) { advance(call, window.id); });
    CheckWindow wish{
        .services = {galleries},
        .starts_at = window.starts_at,
        .ends_at = window.ends_at + 1h,
        .window = window.id};
    auto const answer = check(world, wish);
    REQUIRE(answer);
    CHECK(answer->conflicts.size() == 1);
    auto const pro = std::ranges::find(answer->notice, "Pro", &PlanNotice::plan_name);
    REQUIRE(pro != answer->notice.end());
    CHECK(pro->given_hours == 1);
    CHECK(pro->is_short);
    CHECK_FALSE(answer->next_free);
    wish.ends_at = window.ends_at;
    CHECK(check(world, wish).error().code == "window.ends_earlier");
    wish.window = WindowId{1};
    CHECK(check(world, wish).error().code == "window.not_found");
}

TEST_CASE("check_window: what could not be planned is refused as planning refuses it")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const now = world.now();
    auto const code = [&](CheckWindow const& wish) {
        auto const answer = check(world, wish);
        return answer ? "" : answer.error().code;
    };
    CHECK(
        code({.services = {}, .starts_at = now + 1h, .ends_at = now + 2h}) ==
        "window.needs_services");
    CHECK(
        code({.services = {galleries}, .starts_at = now + 2h, .ends_at = now + 1h}) ==
        "window.ends_before_start");
}
