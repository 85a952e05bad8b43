#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

MoveWindow by(Window const& window, Duration later)
{
    return {
        .starts_at = window.starts_at + later,
        .ends_at = window.ends_at + later,
        .text = "The disks come later."};
}

// It runs since ten minutes.
Window running(support::World& world, ServiceId service, bool finishes_by_itself = true)
{
    auto wish = work_on(world, service);
    wish.finishes_by_itself = finishes_by_itself;
    auto const window = plan(world, wish).value();
    world.go_to(window.starts_at + 10min);
    world.write([&](Call& call) { advance(call, window.id); });
    return look(world, window.id).value();
}

MoveWindow until(Window const& window, Instant end)
{
    return {
        .starts_at = window.starts_at,
        .ends_at = end,
        .text = "One disk is stuck.",
        .short_reason = "It cannot stay as it is."};
}

}  // namespace

TEST_CASE("move_window: it has another time, says why, and those who were told hear it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        customer(world, "Ada");
        auto const planned = plan(world, work_on(world, galleries.id));
        world.pass(1h);
        auto const window = move(world, planned->id, by(*planned, 24h));
        REQUIRE(window);
        CHECK(window->starts_at == planned->starts_at + 24h);
        CHECK(window->was == WindowSpan{planned->starts_at, planned->ends_at});
        CHECK(window->text == "The disks come later.");
        CHECK(window->words.size() == 2);
        CHECK(window->sequence == planned->sequence + 1);
        CHECK(window->changed_at == world.now());
        CHECK(to_json(look(world, window->id).value()) == to_json(*window));
        CHECK(told(world, window->id) == Words{"Ada superseded", "Ada queued"});
        CHECK(said(world).back() == support::ToldFact{"WindowMoved", window->id.text()});
        auto const spans =
            world.read([&](Call& call) { return store::spans_of(call.tx, window->id); });
        REQUIRE(spans.size() == 2);
        CHECK(
            spans.back() == WindowTime{
                                .said_at = world.now(),
                                .starts_at = window->starts_at,
                                .ends_at = window->ends_at});
    });
}

TEST_CASE("move_window: another word alone, and a later end while it runs, moved it from nowhere")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const planned = plan(world, work_on(world, galleries.id)).value();
    CHECK_FALSE(move(world, planned.id, by(planned, 0h))->was);
    auto const late = running(world, galleries.id);
    CHECK_FALSE(move(world, late.id, until(late, late.ends_at + 1h))->was);
}

TEST_CASE("move_window: it starts at its new time and not at the old one")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const planned = plan(world, work_on(world, galleries.id));
    auto const window = move(world, planned->id, by(*planned, 24h));
    world.go_to(planned->starts_at);
    world.write([&](Call& call) { advance(call, window->id); });
    CHECK(bool{look(world, window->id)->state == WindowState::planned});
    world.go_to(window->starts_at);
    world.write([&](Call& call) { advance(call, window->id); });
    CHECK(bool{look(world, window->id)->state == WindowState::started});
}

TEST_CASE("move_window: moved to an earlier time the plans hear of it anew, maybe too late")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const planned = plan(world, work_on(world, service(world, "Galleries").id));
    auto wish = by(*planned, -(5 * 24h + 1us));  // 48 h from now, but for a microsecond
    CHECK(move(world, planned->id, wish).error().code == "window.needs_reason");
    wish.short_reason = "The old disks die.";
    auto const window = move(world, planned->id, wish);
    REQUIRE(window);
    CHECK(window->notice_short);
    CHECK(promised(world, window->id) == Words{"notice broken"});
}

TEST_CASE("move_window: a part of the time that was announced was announced in time")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const planned = plan(world, work_on(world, service(world, "Galleries").id));
    world.go_to(planned->starts_at - 1h);
    auto wish = by(*planned, 0h);
    wish.starts_at += 30min;
    auto const window = move(world, planned->id, wish);
    REQUIRE(window);
    CHECK_FALSE(window->notice_short);
}

TEST_CASE("move_window: one of which nobody was told is told to whoever is exposed")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto quiet = work_on(world, galleries.id);
    quiet.notify = false;
    quiet.short_reason = "Nobody will notice.";
    auto const planned = plan(world, quiet);
    REQUIRE(promised(world, planned->id) == Words{"notice open"});
    auto const window = move(world, planned->id, by(*planned, 24h));
    REQUIRE(window);
    CHECK(told(world, window->id) == Words{"Ada queued"});
    CHECK(promised(world, window->id) == Words{"notice withdrawn"});
}

TEST_CASE("move_window: one that runs gets a later end, and the one announced is remembered")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        customer(world, "Ada");
        auto const window = running(world, galleries.id);
        auto const longer = move(world, window.id, until(window, window.ends_at + 1h));
        REQUIRE(longer);
        CHECK(longer->announced_end == window.ends_at);
        CHECK(longer->ends_at == window.ends_at + 1h);
        CHECK(to_json(look(world, window.id).value()) == to_json(*longer));
        world.pass(1min);
        auto const still_longer = move(world, window.id, until(window, window.ends_at + 2h));
        CHECK(still_longer->announced_end == window.ends_at);
        world.go_to(window.ends_at + 1h);
        world.write([&](Call& call) { advance(call, window.id); });
        CHECK(state_of(world, galleries.id) == ServiceState::maintenance);
        world.go_to(window.ends_at + 2h);
        world.write([&](Call& call) { advance(call, window.id); });
        CHECK(state_of(world, galleries.id) == ServiceState::operational);
    });
}

TEST_CASE("move_window: a longer one is told too late, which needs a reason and breaks a promise")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const window = running(world, service(world, "Galleries").id);
    auto wish = until(window, window.ends_at + 1h);
    wish.short_reason.clear();
    auto const refused = move(world, window.id, wish);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "window.needs_reason");
    CHECK(refused.error().field == "short_reason");
    CHECK(promised(world, window.id).empty());
    auto const longer = move(world, window.id, until(window, window.ends_at + 1h));
    REQUIRE(longer);
    CHECK(longer->notice_short);
    CHECK(longer->short_reason == "It cannot stay as it is.");
    CHECK(promised(world, window.id) == Words{"notice broken"});
    REQUIRE(move(world, window.id, until(window, window.ends_at + 2h)));
    CHECK(promised(world, window.id) == Words{"notice broken", "notice broken"});
}

TEST_CASE("move_window: a longer one that nobody is told of breaks its promise at its end at last")
{
    support::World world;
    customer_with_lead(world, 1);
    auto const window = running(world, service(world, "Galleries").id);
    auto wish = until(window, window.ends_at + 1h);
    wish.notify = false;
    REQUIRE(move(world, window.id, wish));
    CHECK(promised(world, window.id) == Words{"notice open"});
    world.go_to(window.ends_at + 30min);
    REQUIRE(finish(world, window.id));
    CHECK(promised(world, window.id) == Words{"notice broken"});
}

TEST_CASE("move_window: a longer one that was announced early enough needs no reason")
{
    support::World world;
    customer_with_lead(world, 48);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.ends_at = wish.starts_at + 5 * 24h;
    auto const window = plan(world, wish).value();
    world.go_to(window.starts_at + 24h);
    auto longer = until(window, window.ends_at + 1h);
    longer.short_reason.clear();
    REQUIRE(move(world, window.id, longer));
    CHECK_FALSE(look(world, window.id)->notice_short);
}

TEST_CASE("move_window: one that overran gets another end, and its late promise stays late")
{
    support::World world;
    auto const window = running(world, service(world, "Galleries").id, false);
    world.go_to(window.ends_at + 5min);
    auto const longer = move(world, window.id, until(window, world.now() + 1h));
    REQUIRE(longer);
    CHECK(longer->announced_end == window.ends_at);
    CHECK(promised(world, window.id) == Words{"eta late"});
    REQUIRE(finish(world, window.id));
    CHECK(promised(world, window.id) == Words{"eta late"});
}

TEST_CASE("move_window: said twice it answers the same and tells nobody twice")
{
    support::World world;
    auto const planned = plan(world, work_on(world, service(world, "Galleries").id));
    auto const first = move(world, planned->id, by(*planned, 24h));
    auto const facts = support::facts_told(world);
    auto const second = move(world, planned->id, by(*planned, 24h));
    REQUIRE(second);
    CHECK(to_json(*second) == to_json(*first));
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("move_window: what cannot be moved, or not to there, is refused")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const planned = plan(world, work_on(world, galleries.id));
    auto const refused = [&](MoveWindow const& wish) {
        auto const answer = move(world, planned->id, wish);
        return answer ? std::string{} : answer.error().code + " " + answer.error().field;
    };
    CHECK(move(world, WindowId{1}, by(*planned, 1h)).error().code == "window.not_found");
    CHECK(move(world, planned->id, by(*planned, 1h), 7).error().code == "http.stale");
    CHECK(refused(by(*planned, -8 * 24h)) == "window.in_the_past starts_at");
    CHECK(refused(by(*planned, 366 * 24h)) == "window.too_far starts_at");
    CHECK(refused(until(*planned, planned->starts_at)) == "window.ends_before_start ends_at");
    CHECK(
        refused({.starts_at = planned->starts_at, .ends_at = planned->ends_at, .text = " "}) ==
        "update.needs_text text");

    world.go_to(planned->starts_at + 10min);  // its timer has not come yet
    CHECK(refused(by(*planned, 1h)) == "window.has_started starts_at");
    CHECK(refused(until(*planned, planned->ends_at - 1min)) == "window.ends_earlier ends_at");
    CHECK(refused(until(*planned, planned->ends_at + 31 * 24h)) == "window.too_long ends_at");
    world.go_to(planned->ends_at);
    CHECK(refused(until(*planned, planned->ends_at + 1h)) == "window.finished ");

    auto const off = plan(world, work_on(world, galleries.id));
    REQUIRE(call_off(world, off->id));
    CHECK(move(world, off->id, by(*off, 1h)).error().code == "window.cancelled");
}
