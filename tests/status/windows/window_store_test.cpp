#include "status/windows/window_store.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Window window(std::int64_t id, Duration starts, std::optional<Duration> closed = {})
{
    Window one{
        .id = WindowId{id},
        .title = "Disks",
        .services = {ServiceId{5}, ServiceId{6}},
        .starts_at = support::test_start + starts,
        .ends_at = support::test_start + starts + 1h,
        .text = "As planned.",
        .created_at = support::test_start};
    if (closed)
        one.closed_at = support::test_start + *closed;
    return one;
}

}  // namespace

TEST_CASE("store: windows that are to come stand before those that are over")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const& one :
                 {window(11, 5h), window(12, 2h), window(13, -9h, -8h), window(14, -3h, -2h)}) {
                store::add_window(call.tx, one);
                store::add_window_word(call.tx, UpdateId{one.id.value()}, one, call.now);
            }
        });
        world.read([](Call& call) {
            auto const ids = [&](std::optional<WindowId> after, int limit) {
                std::vector<std::int64_t> found;
                for (auto const& one : store::windows(call.tx, after, limit))
                    found.push_back(one.id.value());
                return found;
            };
            using Ids = std::vector<std::int64_t>;
            CHECK(ids({}, 10) == Ids{12, 11, 14, 13});
            CHECK(ids({}, 3) == Ids{12, 11, 14});
            CHECK(ids(WindowId{11}, 10) == Ids{14, 13});
            CHECK(ids(WindowId{14}, 1) == Ids{13});
            CHECK(ids(WindowId{13}, 10).empty());
        });
    });
}

TEST_CASE("store: the text of a window is its newest word; the others stay")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto one = window(11, 5h);
            store::add_window(call.tx, one);
            store::add_window_word(call.tx, UpdateId{1}, one, call.now);
            one.text = "Not after all.";
            one.state = WindowState::cancelled;
            one.closed_at = call.now;
            store::save_window(call.tx, one);
            store::add_window_word(call.tx, UpdateId{2}, one, call.now);
            CHECK(to_json(store::find_window(call.tx, one.id).value()) == to_json(one));
            CHECK(call.tx.one<std::int64_t>("SELECT COUNT(*) FROM status_window_words") == 2);
        });
    });
}
