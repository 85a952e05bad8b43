#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// Runs all timers that are due, as the server does.
void run_timers(support::World& world)
{
    jobs::Board board;
    promises::add_jobs(board);
    jobs::Runner runner{world.house(), board, 1};
    runner.start();
    CHECK(runner.rest(10s));
    runner.stop();
}

}  // namespace

TEST_CASE("find_incident: an incident is overdue by itself from the promised moment on (R-17)")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    auto const due = world.now() + 1h;
    world.go_to(due - 1us);
    CHECK_FALSE(look(world, incident->id)->overdue);
    world.go_to(due);
    CHECK(look(world, incident->id)->overdue);
    world.pass(12min);
    CHECK(look(world, incident->id)->overdue_since == due);
}

TEST_CASE("find_incident: the owner of an overdue incident has been paged (R-17)")
{
    support::World world;
    auto const ada = person(world, "ada");
    auto wish = outage_of(world, service(world, "Galleries").id);
    wish.owner = ada.id;
    auto const incident = publish(world, wish);
    world.pass(1h);
    run_timers(world);
    CHECK(look(world, incident->id)->overdue);
    CHECK(promised(world, incident->id) == Words{"next_word late"});
    auto const paged = world.read([&](Call& call) {
        return call.tx.all<std::string>(
            "SELECT d.address AS address FROM notify_notices n "
            "JOIN notify_deliveries d ON d.notice = n.id "
            "WHERE n.kind = 'page' AND n.about = :about",
            {{"about", incident->id.text()}});
    });
    CHECK(paged == Words{"ada@team.example.test"});
}

TEST_CASE("find_incident: what is resolved is never overdue")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    REQUIRE(resolve(world, incident->id));
    world.pass(48h);
    CHECK_FALSE(look(world, incident->id)->overdue);
}

TEST_CASE("incidents: newest first, in pages; only what is not resolved is open")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    std::vector<IncidentId> made;
    for (int i = 0; i < 3; ++i) {
        world.pass(1min);
        made.insert(made.begin(), publish(world, outage_of(world, galleries.id))->id);
    }
    REQUIRE(resolve(world, made[1]));
    auto const ids = [](std::vector<Incident> const& all) {
        std::vector<IncidentId> found;
        for (auto const& incident : all)
            found.push_back(incident.id);
        return found;
    };
    world.read([&](Call& call) {
        CHECK(ids(incidents(call.tx, call.now, std::nullopt, 10)) == made);
        CHECK(ids(incidents(call.tx, call.now, std::nullopt, 2)) == std::vector{made[0], made[1]});
        CHECK(ids(incidents(call.tx, call.now, made[1], 2)) == std::vector{made[2]});
        CHECK(ids(open_incidents(call.tx, call.now)) == std::vector{made[0], made[2]});
        CHECK(
            ids(incidents(call.tx, call.now, std::nullopt, 10, Which::open)) ==
            std::vector{made[0], made[2]});
        CHECK(
            ids(incidents(call.tx, call.now, std::nullopt, 10, Which::resolved)) ==
            std::vector{made[1]});
    });
}

TEST_CASE("incidents_since: what went on then or later, and nothing that was merged or suspected")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        auto const ended = [&](Duration after) {
            auto const incident = publish(world, outage_of(world, galleries));
            world.pass(after);
            REQUIRE(world.write([&](Call& call) {
                return resolve(call, incident->id, {.text = "It works."}, std::nullopt);
            }));
            return incident->id;
        };
        (void)ended(10min);
        auto const from = world.now();
        auto const later = ended(10min);
        auto const open = publish(world, outage_of(world, galleries));
        auto const merged = publish(world, outage_of(world, galleries));
        REQUIRE(world.write([&](Call& call) {
            return merge(call, merged->id, {.into = open->id, .text = "One cause."}, std::nullopt);
        }));
        REQUIRE(world.write([&](Call& call) {
            return suspect(call, {.title = "Is it slow?", .services = {{.service = galleries}}});
        }));
        std::vector<IncidentId> seen;
        for (auto const& incident :
             world.read([&](Call& call) { return incidents_since(call.tx, from, call.now); }))
            seen.push_back(incident.id);
        CHECK(seen == std::vector{open->id, later});
    });
}
