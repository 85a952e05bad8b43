#include "pages/portal/history.hpp"

#include "pages/portal/portal_sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using sample::at;

namespace {

Instant const now = at("2026-03-10T12:00:00Z");

std::vector<status::Standing> march_and_february()
{
    auto february = sample::march();
    february.from = at("2026-02-01T00:00:00Z");
    february.to = sample::march().from;
    return {sample::march(), february};
}

ShownIncident incident(std::int64_t id, Instant from, std::optional<Instant> to)
{
    return {
        .id = IncidentId{id},
        .title = fmt::format("Incident {}", id),
        .state = to ? status::IncidentState::resolved : status::IncidentState::identified,
        .started_at = from,
        .resolved_at = to};
}

// "Incident 1, Incident 2" of each month.
std::vector<std::string> titles_of(Seen const& seen)
{
    std::vector<std::string> months;
    for (auto const& month : history_of(march_and_february(), seen, now).months) {
        months.emplace_back();
        for (auto const& thing : month.things)
            months.back() += (months.back().empty() ? "" : ", ") + thing.title;
    }
    return months;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("history_of: what happened stands in the month in which it began, the latest first")
{
    Seen const seen{
        .incidents = {
            incident(1, at("2026-02-03T10:00:00Z"), at("2026-02-03T11:00:00Z")),
            incident(2, at("2026-02-28T23:00:00Z"), at("2026-03-01T02:00:00Z")),
            incident(3, at("2026-03-01T00:00:00Z"), at("2026-03-01T00:05:00Z")),
            incident(4, at("2026-03-09T00:00:00Z"), std::nullopt)}};
    CHECK(titles_of(seen) == Titles{"Incident 4, Incident 3", "Incident 2, Incident 1"});
}

TEST_CASE("history_of: what went on when the oldest month began stands in it, what was over not")
{
    Seen const seen{
        .incidents = {
            incident(1, at("2026-01-31T10:00:00Z"), at("2026-02-01T00:00:00Z")),
            incident(2, at("2026-01-30T23:00:00Z"), at("2026-02-01T00:00:01Z"))}};
    CHECK(titles_of(seen) == Titles{"", "Incident 2"});
}

TEST_CASE("history_of: work that never began, or has still to begin, touched nobody")
{
    using enum status::WindowState;
    auto const work = [](std::string title, status::WindowState state, Instant starts_at) {
        return ShownWindow{
            .id = WindowId{1},
            .title = std::move(title),
            .state = state,
            .starts_at = starts_at,
            .ends_at = starts_at + 1h,
            .closed_at = state == planned || state == started ? std::nullopt : std::optional{now}};
    };
    Seen const seen{
        .windows = {
            work("planned", planned, now + 1h), work("runs", started, now - 30min),
            work("done", finished, now - 2h), work("called off", cancelled, now + 1h),
            work("broken off", cancelled, now - 3h)}};
    CHECK(titles_of(seen) == Titles{"runs, done, broken off", ""});
}

TEST_CASE("history_of: says how long, how bad, and that it is his alone")
{
    auto mine = incident(1, at("2026-03-10T11:00:00Z"), std::nullopt);
    mine.worst = status::ServiceState::partial;
    mine.is_yours_only = true;
    mine.services = {{.service = ServiceId{2}, .name = "Statistics"}};
    auto const history = history_of(march_and_february(), {.incidents = {mine}}, now);
    auto const& thing = history.months.at(0).things.at(0);
    CHECK(thing.lasted_s == 3600);
    CHECK_FALSE(thing.to);
    CHECK(thing.worst == status::ServiceState::partial);
    CHECK(thing.is_yours_only);
    CHECK(thing.services.at(0).name == "Statistics");
    CHECK(thing.state == "identified");
    CHECK(thing.path == "/portal/incidents/" + id_letters(1));
}

//
TEST_CASE("look_back: exactly the incidents on services that the account uses, and its own")
{
    support::for_each_database([](support::World& world) {
        auto const [ada, bo, used, other] = world.write([](Call& call) {
            auto const service = [&](std::string name) {
                return status::add_service(call, {.name = std::move(name)})->id;
            };
            auto const numbers = service("Statistics");
            accounts::NewPlan plan;
            plan.name = "Pro";
            auto const sold = accounts::add_plan(call, plan)->id;
            auto const account = [&](std::string const& name) {
                return *accounts::add_account(
                    call,
                    {.name = name,
                     .plan = sold,
                     .services = std::vector{numbers},
                     .contacts = {{.name = name, .email = *Email::parse(name + "@example.test")}}});
            };
            return std::tuple{account("ada"), account("bo"), numbers, service("Galleries")};
        });
        world.pass(1h);
        auto const trouble = [&](std::string title, ServiceId service,
                                 std::optional<AccountId> account, bool is_over) {
            world.write([&](Call& call) {
                auto const incident = status::publish(
                    call, {.title = title,
                           .services = {{.service = service}},
                           .text = "We are looking.",
                           .next_word_at = call.now + 1h,
                           .account = account});
                REQUIRE(incident);
                if (is_over)
                    REQUIRE(
                        status::resolve(call, incident->id, {.text = "It works."}, std::nullopt));
            });
            world.pass(1h);
        };
        trouble("half a year ago", used, std::nullopt, true);
        world.pass(180 * 24h);
        trouble("not his service", other, std::nullopt, true);
        trouble("of another account", used, bo.id, true);
        trouble("his alone", used, ada.id, true);
        trouble("now", used, std::nullopt, false);
        auto const look = [&](accounts::Account const& account) {
            Titles titles;
            auto const history = world.read([&](Call& call) {
                return look_back(call, *visitor_of(call, account.contacts.at(0).id));
            });
            REQUIRE(history);
            for (auto const& month : history->months)
                for (auto const& thing : month.things)
                    titles.push_back(thing.title);
            return titles;
        };
        CHECK(look(ada) == Titles{"now", "his alone", "half a year ago"});
        CHECK(look(bo) == Titles{"now", "of another account", "half a year ago"});
        world.pass(240 * 24h);
        CHECK(look(ada) == Titles{"now", "his alone"});
    });
}

//
TEST_CASE("look_back: what the account used that day counts, and not what it uses today")
{
    support::World world;
    auto const service = [&](std::string name) {
        return world.write(
            [&](Call& call) { return status::add_service(call, {.name = std::move(name)})->id; });
    };
    auto const statistics = service("Statistics");
    auto const galleries = service("Galleries");
    auto const account = world.write([&](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Pro";
        return *accounts::add_account(
            call, {.name = "Ada & Co",
                   .plan = accounts::add_plan(call, plan)->id,
                   .services = std::vector{statistics},
                   .contacts = {{.name = "Ada", .email = *Email::parse("ada@example.test")}}});
    });
    auto const trouble = [&](std::string title, ServiceId on) {
        world.pass(1h);
        world.write([&](Call& call) {
            auto const incident = status::publish(
                call, {.title = std::move(title),
                       .services = {{.service = on}},
                       .text = "We are looking.",
                       .next_word_at = call.now + 1h});
            REQUIRE(incident);
            REQUIRE(status::resolve(call, incident->id, {.text = "It works."}, std::nullopt));
        });
        world.pass(1h);
    };
    trouble("before, his", statistics);
    trouble("before, not his", galleries);
    world.write([&](Call& call) {
        (void)accounts::change_exposure(call, account.id, std::vector{galleries}).value();
    });
    trouble("after, his no more", statistics);
    trouble("after, his", galleries);
    world.pass(1h);
    world.write(
        [&](Call& call) { (void)status::retire_service(call, statistics, std::nullopt).value(); });
    auto const history = world.read(
        [&](Call& call) { return look_back(call, *visitor_of(call, account.contacts.at(0).id)); });
    REQUIRE(history);
    auto const& month = history->months.at(0);
    Titles titles;
    for (auto const& thing : month.things)
        titles.push_back(thing.title + " on " + thing.services.at(0).name);
    CHECK(titles == Titles{"after, his on Galleries", "before, his on Statistics"});
    CHECK(month.standing.services.size() == 2);
}

TEST_CASE("look_back: a prospect has no account to look back on")
{
    support::World world;
    auto nobody = sample::ada();
    nobody.account.reset();
    CHECK_FALSE(world.read([&](Call& call) { return look_back(call, nobody); }));
}
