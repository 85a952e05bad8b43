#include "pages/pages.hpp"

#include "accounts/accounts.hpp"
#include "pages/links/links.hpp"
#include "pages/shell.hpp"
#include "status/status.hpp"
#include "support/database.hpp"
#include "wire/http/hot_page.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

using namespace tellfirst;
using namespace std::chrono_literals;
using pages::Press;

namespace {

std::string shown(Press const& press, std::string_view path = "/")
{
    auto const page = press.find("help.example.test", path);
    return page ? page->identity.body : std::string{};
}

bool shows(Press const& press, std::string_view text, std::string_view path = "/")
{
    return shown(press, path).find(text) != std::string::npos;
}

// The press works on a thread of its own; this is how long we listen to it at most.
bool comes_true(std::function<bool()> const& holds)
{
    auto const deadline = std::chrono::steady_clock::now() + 15s;
    while (std::chrono::steady_clock::now() < deadline) {
        if (holds())
            return true;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

bool comes_to_show(Press const& press, std::string_view text)
{
    return comes_true([&] { return shows(press, text); });
}

ServiceId add_service(support::World& world, std::string const& name, bool is_public = true)
{
    return world
        .write([&](Call& call) {
            return status::add_service(call, {.name = name, .is_public = is_public});
        })
        ->id;
}

status::Incident publish(support::World& world, ServiceId service, std::string const& title)
{
    return *world.write([&](Call& call) {
        return status::publish(
            call, {.title = title,
                   .services = {{.service = service, .state = status::ServiceState::major}},
                   .text = "We are looking.",
                   .next_word_at = call.now + 1h});
    });
}

}  // namespace

TEST_CASE("press: shows the page as soon as it has started")
{
    support::World world;
    add_service(world, "Statistics");
    Press press{world.house()};
    press.start();
    CHECK(shows(press, "Everything works."));
    CHECK(shows(press, "Alles funktioniert.", "/de/"));
    CHECK(shows(press, "Alles funktioniert.", "/de"));
    CHECK(shows(press, "\"name\":\"Statistics\"", "/status.json"));
    CHECK(shows(press, "<svg", "/favicon.svg"));
    CHECK(press.find("", "/nothing-here") == nullptr);
    CHECK(shows(press, "This page does not exist", "/404.html"));
}

TEST_CASE("press: a change shows after renew")
{
    support::World world;
    auto const statistics = add_service(world, "Statistics");
    Press press{world.house()};
    press.start();
    publish(world, statistics, "Numbers are missing");
    press.renew();
    CHECK(comes_to_show(press, "Numbers are missing"));
}

TEST_CASE("press: the page of an incident says that its times were corrected, and when")
{
    support::World world;
    auto const incident = publish(world, add_service(world, "Statistics"), "Numbers are missing");
    auto const path = "/incidents/" + id_letters(incident.id.value());
    Press press{world.house()};
    press.start();
    CHECK_FALSE(shows(press, "were corrected", path));
    world.pass(20s);
    world.write([&](Call& call) {
        auto const wish = status::CorrectTimes{
            .reason = "Bob saw it earlier.", .started_at = incident.started_at - 10min};
        (void)status::correct_times(call, incident.id, wish, {}).value();
    });
    press.renew_and_wait();
    CHECK(shows(press, "These times were corrected afterwards (<time", path));
    CHECK(shows(press, "\"corrected_at\":\"2026-03-04T10:00:20Z\"", path + ".json"));
    CHECK_FALSE(shows(press, "Bob", path));
}

TEST_CASE("press: what a plan's rule says is on the plan's page as soon as it is said")
{
    support::World world;
    auto const heron = add_service(world, "Heron", false);
    auto const plan = world.write([](Call& call) {
        accounts::NewPlan terms;
        terms.name = "Pro";
        return accounts::add_plan(call, terms).value().id;
    });
    auto const& url = world.settings.public_url;
    auto const path = world.read([&](Call& call) { return pages::page_link(call, plan)->json; })
                          .substr(url.size());
    Press press{world.house()};
    press.start();
    auto const has_heron = [&] {
        auto const page = press.make("help.example.test", path).value();
        REQUIRE(page);
        return page->identity.body.contains("Heron");
    };
    CHECK_FALSE(has_heron());
    world.write(
        [&](Call& call) { (void)accounts::change_exposure_of_plan(call, plan, {heron}).value(); });
    press.renew_and_wait();
    CHECK(has_heron());
}

TEST_CASE("press: when a service was looked at is never shown more than a minute late")
{
    support::World world;
    auto const statistics = add_service(world, "Statistics");
    auto const looked_at = [&] {
        world.write([&](Call& call) {
            (void)status::observe(
                call, {.service = statistics,
                       .state = status::SeenState::operational,
                       .seen_from = "Frankfurt"})
                .value();
        });
    };
    looked_at();
    Press press{world.house()};
    press.start();
    CHECK(shows(press, "\"at\":\"2026-03-04T10:00:00Z\"", "/status.json"));
    for (int i = 0; i < 2; ++i) {  // that all is well as before is no news
        world.pass(20s);
        looked_at();
    }
    world.pass(20s);
    press.renew_and_wait();
    CHECK(shows(press, "\"at\":\"2026-03-04T10:00:40Z\"", "/status.json"));
}

TEST_CASE("press: an incident on private services only does not show anywhere")
{
    support::World world;
    auto const secret = add_service(world, "Project Heron", false);
    publish(world, secret, "Heron has fallen");
    Press press{world.house()};
    press.start();
    for (std::string_view const path : {"/", "/de/", "/status.json"})
        CHECK_FALSE(shows(press, "eron", path));
}

TEST_CASE("press: a promise that runs out shows as overdue without being told")
{
    support::World world;
    publish(world, add_service(world, "Statistics"), "Numbers are missing");
    Press press{world.house()};
    press.start();
    CHECK(shows(press, "Next word by"));
    world.pass(1h);
    CHECK(comes_to_show(press, "<strong>Update overdue</strong>"));
    world.pass(12min);
    CHECK(comes_to_show(press, "Update overdue by 12 min"));
}

TEST_CASE("press: a clock that was set shows at once to whoever waits")
{
    support::World world;
    publish(world, add_service(world, "Statistics"), "Numbers are missing");
    Press press{world.house()};
    press.start();
    world.pass(72min);
    press.renew_and_wait();
    CHECK(shows(press, "Update overdue by 12 min"));
}

TEST_CASE("press: a window shows as planned, also to machines")
{
    support::World world;
    auto const statistics = add_service(world, "Statistics");
    (void)world
        .write([&](Call& call) {
            return status::plan_window(
                call, {.title = "New disks",
                       .services = {statistics},
                       .starts_at = call.now + 72h,
                       .ends_at = call.now + 73h,
                       .text = "Numbers wait."});
        })
        .value();
    Press press{world.house()};
    press.start();
    CHECK(shows(press, "Planned maintenance: <bdi>Statistics</bdi>"));
    CHECK(shows(press, "Geplante Wartung: <bdi>Statistics</bdi>", "/de/"));
    CHECK(shows(press, "\"starts_at\":\"2026-03-07T10:00:00Z\"", "/status.json"));
}

TEST_CASE("press: the last page stays when the database fails, and goes on when it is well again")
{
    support::World world;
    auto const statistics = add_service(world, "Statistics");
    Press press{world.house()};
    press.start();
    world.write([](Call& call) {
        call.tx.run("ALTER TABLE accounts_brands RENAME TO accounts_brands_gone");
    });
    world.pass(1h);
    press.renew_and_wait();
    CHECK(shows(press, "Everything works."));
    CHECK(shows(press, "10:00 UTC"));

    world.write([](Call& call) {
        call.tx.run("ALTER TABLE accounts_brands_gone RENAME TO accounts_brands");
    });
    publish(world, statistics, "Numbers are missing");
    press.renew_and_wait();
    CHECK(shows(press, "Numbers are missing"));
}

TEST_CASE("press: programs are not told for long that all is well when the database fails")
{
    support::World world;
    auto const statistics = add_service(world, "Statistics");
    auto const plan = world.write([&](Call& call) {
        accounts::NewPlan terms;
        terms.name = "Pro";
        auto const id = accounts::add_plan(call, terms).value().id;
        (void)accounts::change_exposure_of_plan(call, id, {statistics}).value();
        return id;
    });
    auto const address =
        world.read([&](Call& call) { return pages::page_link(call, plan).value().json; });
    auto const of_plan = address.substr(address.find("/p/"));
    Press press{world.house()};
    press.start();
    auto const is_known_to_plan = [&] {
        auto const page = press.make("help.example.test", of_plan).value();
        REQUIRE(page);
        return page->identity.body.contains("\"state\":\"operational\"");
    };
    CHECK(shows(press, "All Systems Operational", "/api/v2/status.json"));
    CHECK(shows(press, "Works", "/badge.svg"));
    CHECK(is_known_to_plan());

    world.write([](Call& call) {
        call.tx.run("ALTER TABLE accounts_brands RENAME TO accounts_brands_gone");
    });
    world.pass(3min);
    REQUIRE(comes_to_show(press, "&gt; 3 min"));
    CHECK(shows(press, "Status Not Known", "/api/v2/status.json"));
    CHECK(shows(press, "Not known", "/badge.svg"));
    CHECK(shows(press, "\"state\":\"unknown\"", "/status.json"));
    CHECK(comes_true([&] { return !is_known_to_plan(); }));

    world.write([](Call& call) {
        call.tx.run("ALTER TABLE accounts_brands_gone RENAME TO accounts_brands");
    });
    press.renew_and_wait();
    CHECK(shows(press, "All Systems Operational", "/api/v2/status.json"));
    CHECK(is_known_to_plan());
}

TEST_CASE("press: a restart shows the copy even if the database fails")
{
    support::TempDir const folder;
    support::World world;
    world.settings.data = folder.path().string();
    add_service(world, "Statistics");
    {
        Press press{world.house()};
        press.start();
    }
    world.write([](Call& call) {
        call.tx.run("ALTER TABLE accounts_brands RENAME TO accounts_brands_gone");
    });
    Press press{world.house()};
    press.start();
    CHECK(shows(press, "Everything works."));
    CHECK(shows(press, "\"Statistics\"", "/status.json"));
}

TEST_CASE("press: public pages may be cached for seconds and shown stale, and run only our script")
{
    support::World world;
    Press press{world.house()};
    press.start();
    auto const page = press.find("", "/");
    REQUIRE(page);
    CHECK(
        page->identity.head.find("cache-control: public, max-age=15, stale-while-revalidate=60, "
                                 "stale-if-error=86400\r\n") != std::string::npos);
    CHECK(page->identity.head.find("script-src 'sha256-") != std::string::npos);
}

TEST_CASE("press: a full page stays below 30 kB compressed")
{
    support::World world;
    for (int i = 0; i < 40; ++i)
        publish(
            world, add_service(world, fmt::format("Service {}", i)), fmt::format("Trouble {}", i));
    Press press{world.house()};
    press.start();
    auto const page = press.find("", "/");
    REQUIRE(page);
    REQUIRE(page->gzip);
    CHECK(page->gzip->body.size() < 30'000);
}
