#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("cancel_window: it is off, says why, and those who were told hear it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        customer(world, "Ada");
        auto const planned = plan(world, work_on(world, galleries.id));
        customer(world, "Bob");
        auto const window = call_off(world, planned->id);
        REQUIRE(window);
        CHECK(bool{window->state == WindowState::cancelled});
        CHECK(window->text == "The disks are late.");
        CHECK(window->closed_at == world.now());
        CHECK(window->version == 2);
        CHECK(to_json(look(world, window->id).value()) == to_json(*window));
        CHECK(told(world, window->id) == Words{"Ada superseded", "Ada queued"});
        CHECK(said(world).back() == support::ToldFact{"WindowCancelled", window->id.text()});
    });
}

TEST_CASE("cancel_window: it never starts")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const window = plan(world, work_on(world, galleries.id));
    REQUIRE(call_off(world, window->id));
    world.go_to(window->starts_at);
    world.write([&](Call& call) { advance(call, window->id); });
    CHECK(state_of(world, galleries.id) == ServiceState::operational);
    CHECK(world.read([](Call& call) { return jobs::standing(call.tx).waiting; }) == 0);
}

TEST_CASE("cancel_window: one that runs ends at once")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const window = plan(world, work_on(world, galleries.id));
    world.go_to(window->starts_at + 10min);
    world.write([&](Call& call) { advance(call, window->id); });
    REQUIRE(state_of(world, galleries.id) == ServiceState::maintenance);
    auto const ended = call_off(world, window->id);
    REQUIRE(ended);
    CHECK(ended->closed_at == world.now());
    CHECK(state_of(world, galleries.id) == ServiceState::operational);
}

TEST_CASE("cancel_window: said twice it answers the same and tells nobody twice")
{
    support::World world;
    auto const window = plan(world, work_on(world, service(world, "Galleries").id));
    auto const first = call_off(world, window->id);
    auto const facts = support::facts_told(world);
    auto const second = call_off(world, window->id);
    REQUIRE(second);
    CHECK(to_json(*second) == to_json(*first));
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("cancel_window: what is over, unknown, unexplained or seen in another version is refused")
{
    support::World world;
    auto const window = plan(world, work_on(world, service(world, "Galleries").id));
    CHECK(call_off(world, window->id, {.text = " "}).error().code == "update.needs_text");
    CHECK(call_off(world, WindowId{1}).error().code == "window.not_found");
    CHECK(call_off(world, window->id, {.text = "x"}, 7).error().code == "http.stale");
    world.go_to(window->ends_at);
    auto const late = call_off(world, window->id);  // its timer has not come yet
    CHECK(late.error().kind == Refusal::conflict);
    CHECK(late.error().code == "window.finished");
}
