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
    if (closed) {
        one.state = WindowState::finished;
        one.closed_at = support::test_start + *closed;
    }
    return one;
}

void add(Call& call, Window const& one)
{
    store::add_window(call.tx, one);
    store::add_window_word(
        call.tx, one.id,
        {.id = UpdateId{one.id.value()}, .state = one.state, .text = one.text, .at = call.now});
}

using Ids = std::vector<std::int64_t>;

Ids ids_of(std::vector<Window> const& windows)
{
    Ids ids;
    for (auto const& one : windows)
        ids.push_back(one.id.value());
    return ids;
}

}  // namespace

TEST_CASE("store: windows that are to come stand before those that are over")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const& one :
                 {window(11, 5h), window(12, 2h), window(13, -9h, -8h), window(14, -3h, -2h)})
                add(call, one);
        });
        world.read([](Call& call) {
            auto const ids = [&](std::optional<std::int64_t> after, int limit) {
                WindowSeek seek{.limit = limit};
                if (after)
                    seek.after = place_of(store::find_window(call.tx, WindowId{*after}).value());
                return ids_of(store::windows(call.tx, seek));
            };
            CHECK(ids({}, 10) == Ids{12, 11, 14, 13});
            CHECK(ids({}, 3) == Ids{12, 11, 14});
            CHECK(ids({}, 2) == Ids{12, 11});
            CHECK(ids(11, 10) == Ids{14, 13});
            CHECK(ids(14, 1) == Ids{13});
            CHECK(ids(13, 10).empty());
        });
    });
}

TEST_CASE("store: a window that is cancelled between two pages takes no other one with it")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const& one : {window(11, 2h), window(12, 2h), window(13, 9h)})
                add(call, one);
            auto first = store::find_window(call.tx, WindowId{11}).value();
            WindowSeek const behind{.after = place_of(first)};
            first.state = WindowState::cancelled;
            first.closed_at = call.now;
            store::save_window(call.tx, first);
            CHECK(ids_of(store::windows(call.tx, behind)) == Ids{12, 13, 11});
        });
    });
}

TEST_CASE("store: windows between two moments are those of which a part lies there")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto overrunning = window(15, -5h);
            overrunning.state = WindowState::started;
            overrunning.finishes_by_itself = false;
            for (auto const& one :
                 {window(11, 5h), window(12, 2h), window(13, -9h, -8h), overrunning})
                add(call, one);
        });
        world.read([](Call& call) {
            auto const ids = [&](Duration from, Duration to) {
                return ids_of(store::windows(
                    call.tx, {.from = support::test_start + from, .to = support::test_start + to}));
            };
            CHECK(ids(2h, 5h) == Ids{15, 12});
            CHECK(ids(2h, 5h + 1us) == Ids{15, 12, 11});
            CHECK(ids(3h, 5h) == Ids{15});  // it goes on until somebody ends it
            CHECK(ids(-9h, -6h) == Ids{13});
            CHECK(ids(-20h, -9h).empty());
        });
    });
}

TEST_CASE("store: of two times said in one microsecond the later holds; others stay")
{
    support::for_each_database([](support::World& world) {
        Instant const now = world.now();
        WindowTime const first{.said_at = now, .starts_at = now + 1h, .ends_at = now + 2h};
        WindowTime const second{
            .said_at = now, .starts_at = now + 3h, .ends_at = now + 4h, .is_told = false};
        WindowTime const third{.said_at = now + 1us, .starts_at = now + 5h, .ends_at = now + 6h};
        world.write([&](Call& call) {
            for (auto const& span : {third, first, second})
                store::add_span(call.tx, WindowId{11}, span);
            CHECK(store::spans_of(call.tx, WindowId{11}) == std::vector{second, third});
            CHECK(store::spans_of(call.tx, WindowId{12}).empty());
        });
    });
}

TEST_CASE("store: a word that is untold takes its own time with it, and once")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            for (auto const id : {WindowId{11}, WindowId{12}}) {
                store::add_window_word(
                    call.tx, id,
                    {.id = UpdateId{id.value() + 10}, .text = "New disks.", .at = call.now});
                store::add_span(call.tx, id, {.said_at = call.now});
                store::add_span(call.tx, id, {.said_at = call.now + 1us});
            }
            CHECK(store::untell(call.tx, WindowId{11}, UpdateId{21}));
            CHECK_FALSE(store::untell(call.tx, WindowId{11}, UpdateId{21}));
            CHECK_FALSE(store::untell(call.tx, WindowId{12}, UpdateId{21}));
            auto const told = [&](WindowId id, std::size_t span) {
                return store::spans_of(call.tx, id).at(span).is_told;
            };
            CHECK_FALSE(told(WindowId{11}, 0));
            CHECK(told(WindowId{11}, 1));
            CHECK(told(WindowId{12}, 0));
        });
    });
}

TEST_CASE("store: the text of a window is its newest word; the others stay")
{
    support::for_each_database([](support::World& world) {
        world.write([](Call& call) {
            auto one = window(11, 5h);
            add(call, one);
            one.state = WindowState::cancelled;
            one.closed_at = call.now;
            store::save_window(call.tx, one);
            store::add_window_word(
                call.tx, one.id,
                {.id = UpdateId{12}, .state = one.state, .text = "Not after all.", .at = call.now});
            auto const found = store::find_window(call.tx, one.id).value();
            CHECK(bool{found.state == WindowState::cancelled});
            CHECK(found.closed_at == call.now);
            CHECK(found.version == 2);
            CHECK(found.text == "Not after all.");
            REQUIRE(found.words.size() == 2);
            CHECK(found.words[1].text == "As planned.");
        });
    });
}
