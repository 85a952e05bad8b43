#include "status/told/told.hpp"

#include "status/incidents/incident_store.hpp"
#include "status/samples.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

ServiceId add(Call& call, std::string name, bool is_public)
{
    return add_service(call, {.name = std::move(name), .is_public = is_public}).value().id;
}

Incident publish_one(Call& call, ServiceId service, Duration ago)
{
    NewIncident wish;
    wish.title = "Something is wrong";
    wish.text = "We look for the cause.";
    wish.services = {{.service = service}};
    wish.next_word_at = call.now + 1h;
    wish.started_at = call.now - ago;
    return publish(call, wish).value();
}

}  // namespace

TEST_CASE(
    "first_words: the first word of each incident on a public service, in the order of trouble")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        world.write([&](Call& call) {
            auto const seen = add(call, "Statistics", true);
            publish_one(call, add(call, "Inner", false), 5min);
            auto const incident = publish_one(call, seen, 10min);
            publish_one(call, seen, 30min);
            NewUpdate later;
            later.text = "Still looking.";
            later.next_word_at = call.now + 2h;
            (void)update(call, incident.id, later, {}).value();
        });
        auto const told = world.read(
            [&](Call& call) { return first_words(call.tx, start - 1h, start + 1h, {}); });
        CHECK(told == std::vector<Told>{{start - 30min, start}, {start - 10min, start}});
        auto const fewer = world.read(
            [&](Call& call) { return first_words(call.tx, start - 15min, start - 10min, {}); });
        CHECK(fewer.empty());
    });
}

TEST_CASE("first_words, notices_of_work: each says on which plans somebody uses what it touched")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        auto const galleries = samples::service(world, "Galleries").id;
        auto const uploads = samples::service(world, "Uploads").id;
        samples::customer(world, "Ada", std::vector{galleries});
        samples::customer(world, "Bob", std::vector{uploads});
        samples::customer(world, "Cleo");
        world.write([&](Call& call) { publish_one(call, galleries, 10min); });
        (void)samples::plan(world, samples::work_on(world, uploads)).value();
        auto const names = [&](auto const& look) {
            return world.read([&](Call& call) {
                std::set<std::string> names;
                auto const uses = plans_by_service(call.tx);
                auto const told = look(call.tx, start - 1h, start + 1000h, uses).at(0);
                for (auto const plan : told.plans)
                    names.insert(accounts::find_plan(call.tx, plan)->name);
                return names;
            });
        };
        using Names = std::set<std::string>;
        CHECK(names(first_words) == Names{"Plan of Ada", "Plan of Cleo"});
        CHECK(names(notices_of_work) == Names{"Plan of Bob", "Plan of Cleo"});
    });
}

TEST_CASE("first_words: a word that was told to nobody is none")
{
    support::World world;
    auto const start = world.now();
    world.write([&](Call& call) {
        NewIncident wish;
        wish.title = "Statistics are late";
        wish.text = "We look for the cause.";
        wish.services = {{.service = add(call, "Statistics", true), .state = ServiceState::major}};
        wish.next_word_at = call.now + 1h;
        wish.notify = false;
        (void)publish(call, wish).value();
    });
    CHECK(world.read([&](Call& call) {
        return first_words(call.tx, start - 1h, start + 1h, {});
    }) == std::vector<Told>{{start, std::nullopt}});
}

TEST_CASE("first_words: a word that was taken back is none, and the next one is the first")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        auto const told_later = world.write([&](Call& call) {
            auto const seen = add(call, "Statistics", true);
            auto const never_told = publish_one(call, seen, 30min);
            auto const incident = publish_one(call, seen, 10min);
            for (auto const& one : {never_told, incident})
                store::untell(call.tx, one.id, one.updates.at(0).id);
            return incident.id;
        });
        world.pass(5min);
        world.write([&](Call& call) {
            NewUpdate next;
            next.text = "Still looking.";
            next.next_word_at = call.now + 1h;
            (void)update(call, told_later, next, {}).value();
        });
        CHECK(world.read([&](Call& call) {
            return first_words(call.tx, start - 1h, start, {});
        }) == std::vector<Told>{{start - 30min, std::nullopt}, {start - 10min, start + 5min}});
    });
}

TEST_CASE(
    "notices_of_work: windows that began, each with when it was told; cancelled ones are none")
{
    support::for_each_database([](support::World& world) {
        auto const start = world.now();
        world.write([&](Call& call) {
            auto const plan = [&](ServiceId service, Duration ahead) {
                return plan_window(
                           call, {.title = "New disks",
                                  .services = {service},
                                  .starts_at = call.now + ahead,
                                  .ends_at = call.now + ahead + 1h,
                                  .text = "Galleries are read-only.",
                                  .short_reason = "The disks are failing."})
                    .value()
                    .id;
            };
            auto const seen = add(call, "Galleries", true);
            plan(seen, 48h);
            plan(add(call, "Inner", false), 49h);
            (void)cancel_window(call, plan(seen, 50h), {.text = "Not needed."}, {}).value();
            plan(seen, 200h);
        });
        auto const told = world.read(
            [&](Call& call) { return notices_of_work(call.tx, start, start + 100h, {}); });
        CHECK(told == std::vector<Told>{{start + 48h, start}});
    });
}

TEST_CASE("notices_of_work: only notices tell, and of a time that was given anew they tell anew")
{
    support::World world;
    auto const start = world.now();
    NewWindow wish{
        .title = "New disks",
        .services = {world.write([](Call& call) { return add(call, "Galleries", true); })},
        .starts_at = start + 48h,
        .ends_at = start + 50h,
        .text = "Galleries are read-only.",
        .short_reason = "The disks are failing."};
    auto const plan = [&] {
        return world.write([&](Call& call) { return plan_window(call, wish).value().id; });
    };
    auto const move = [&](WindowId id, Instant starts_at) {
        world.write([&](Call& call) {
            (void)move_window(
                call, id,
                {.starts_at = starts_at,
                 .ends_at = starts_at + 2h,
                 .text = "Later.",
                 .short_reason = "The disks come later."},
                {})
                .value();
        });
    };
    auto const told = [&] {
        return world.read(
            [&](Call& call) { return notices_of_work(call.tx, start, start + 99h, {}); });
    };
    auto const moved = plan();
    wish.notify = false;
    wish.starts_at += 1h;
    plan();
    world.pass(5h);
    move(moved, start + 52h);
    CHECK(told() == std::vector<Told>{{start + 49h, std::nullopt}, {start + 52h, start + 5h}});
}

TEST_CASE("notices_of_work: what a window overran was told of by nobody")
{
    support::World world;
    auto const start = world.now();
    auto const id = world.write([&](Call& call) {
        return plan_window(
                   call, {.title = "New disks",
                          .services = {add(call, "Galleries", true)},
                          .starts_at = start + 48h,
                          .ends_at = start + 50h,
                          .text = "Galleries are read-only.",
                          .finishes_by_itself = false})
            .value()
            .id;
    });
    world.go_to(start + 51h);
    world.write([&](Call& call) { (void)finish_window(call, id, {.text = "Done."}, {}).value(); });
    CHECK(world.read([&](Call& call) {
        return notices_of_work(call.tx, start, start + 99h, {});
    }) == std::vector<Told>{{start + 48h, std::nullopt}});
}
