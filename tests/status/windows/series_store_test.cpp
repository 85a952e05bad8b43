#include "status/windows/series_store.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Series series_of(std::int64_t id, std::vector<ServiceId> services)
{
    return {
        .id = SeriesId{id},
        .title = "Thursdays",
        .services = std::move(services),
        .text = "Disks.",
        .zone = "Europe/Berlin",
        .first = "2026-03-05T22:00",
        .minutes = 90,
        .rule = "FREQ=WEEKLY;BYDAY=TH",
        .occurrences = {},
        .left_out = {},
        .created_at = support::test_start,
        .changed_at = support::test_start};
}

}  // namespace

TEST_CASE("store: a series comes back as it was saved, and counts its changes")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto one = series_of(11, {ServiceId{5}, ServiceId{6}});
            store::add_series(call.tx, one);
            CHECK(to_json(store::find_series(call.tx, one.id).value()) == to_json(one));
            one.ended_at = call.now + 1h;
            store::save_series(call.tx, one);
            CHECK(one.sequence == 1);
            CHECK(to_json(store::find_series(call.tx, one.id).value()) == to_json(one));
        });
    });
}

TEST_CASE("store: series are listed by id; those that have ended where they are wanted")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const id : {11, 12, 13})
                store::add_series(call.tx, series_of(id, {ServiceId{5}}));
            auto ended = store::find_series(call.tx, SeriesId{12}).value();
            ended.ended_at = call.now;
            store::save_series(call.tx, ended);
            auto const count = [&](std::optional<SeriesId> after, Instant ended_after) {
                return store::all_series(call.tx, after, 10, ended_after).size();
            };
            CHECK(count({}, Instant::min()) == 3);
            CHECK(count({}, call.now - 1us) == 3);
            CHECK(count({}, call.now) == 2);
            CHECK(count({}, Instant::max()) == 2);
            CHECK(count(SeriesId{12}, Instant::min()) == 1);
            CHECK(store::count_series(call.tx) == 2);
        });
    });
}

TEST_CASE("store: what was said last of an occurrence holds")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            SeriesId const id{11};
            Declared said{.starts_at = call.now, .is_used = false};
            store::declare(call.tx, id, said, call.now);
            said.is_used = true;
            said.window = WindowId{7};
            store::declare(call.tx, id, said, call.now);
            auto const all = store::declared_of(call.tx, id);
            REQUIRE(all.size() == 1);
            CHECK(all[0].is_used);
            CHECK(all[0].window == WindowId{7});
            CHECK_FALSE(all[0].window_state.has_value());  // there is no such window
        });
    });
}

TEST_CASE("store: a series touches the plans of those who use its services, or may use them")
{
    support::for_each_database([](support::World& world) {
        auto const site = samples::group(world, "Website").id;
        auto const galleries = samples::service_below(world, "Galleries", site).id;
        auto const uploads = samples::service(world, "Uploads").id;
        samples::customer(world, "Ada", std::vector{galleries});
        samples::customer(world, "Cleo", std::vector{site});
        samples::customer(world, "Bob", std::vector{uploads});
        samples::customer(world, "Eve");
        world.write([&](Call& call) {
            store::add_series(call.tx, series_of(11, {galleries}));
            store::add_series(call.tx, series_of(12, {uploads}));
            std::set<std::string> found;
            for (auto const& [service, plan] :
                 store::plans_touched(call.tx, SeriesId{11}, SeriesId{11})) {
                CHECK(service == galleries);
                found.insert(accounts::find_plan(call.tx, plan)->name);
            }
            CHECK(found == std::set<std::string>{"Plan of Ada", "Plan of Cleo", "Plan of Eve"});
            CHECK(store::plans_touched(call.tx, SeriesId{11}, SeriesId{12}).size() == 5);
        });
    });
}
