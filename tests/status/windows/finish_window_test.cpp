#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

Window started(support::World& world, NewWindow const& wish)
{
    auto const window = plan(world, wish).value();
    world.go_to(window.starts_at + 10min);
    world.write([&](Call& call) { advance(call, window.id); });
    return window;
}

}  // namespace

TEST_CASE("finish_window: it ends before its time, says so, and those who were told hear it")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        customer(world, "Ada");
        auto const planned = started(world, work_on(world, galleries.id));
        auto const window = finish(world, planned.id);
        REQUIRE(window);
        CHECK(bool{window->state == WindowState::finished});
        CHECK(window->closed_at == world.now());
        CHECK(window->ends_at == planned.ends_at);
        CHECK(window->text == "The disks are in.");
        CHECK(to_json(look(world, window->id).value()) == to_json(*window));
        CHECK(state_of(world, galleries.id) == ServiceState::operational);
        CHECK(told(world, window->id) == Words{"Ada superseded", "Ada superseded", "Ada queued"});
        CHECK(said(world).back() == support::ToldFact{"WindowFinished", window->id.text()});
    });
}

TEST_CASE("finish_window: one that overran has the end that it had, and keeps what was announced")
{
    support::for_each_database([](support::World& world) {
        auto wish = work_on(world, service(world, "Galleries").id);
        wish.finishes_by_itself = false;
        auto const planned = started(world, wish);
        world.go_to(planned.ends_at + 42min);
        auto const window = finish(world, planned.id).value();
        CHECK(window.ends_at == world.now());
        CHECK(window.closed_at == window.ends_at);
        CHECK(window.announced_end == planned.ends_at);
        CHECK(window.sequence > planned.sequence);
        CHECK(to_json(*look(world, window.id)) == to_json(window));
    });
}

TEST_CASE("finish_window: its timer finds nothing to do any more")
{
    support::World world;
    auto const window = started(world, work_on(world, service(world, "Galleries").id));
    auto const over = finish(world, window.id);
    world.go_to(window.ends_at);
    world.write([&](Call& call) { advance(call, window.id); });
    CHECK(to_json(*look(world, window.id)) == to_json(*over));
    CHECK(world.read([](Call& call) { return jobs::standing(call.tx).waiting; }) == 0);
}

TEST_CASE("finish_window: the promised end is kept, or was late")
{
    for (auto const& [when, outcome] :
         std::vector<std::pair<Duration, std::string>>{{0min, "eta kept"}, {1min, "eta late"}}) {
        support::World world;
        auto wish = work_on(world, service(world, "Galleries").id);
        wish.finishes_by_itself = false;
        auto const window = started(world, wish);
        world.go_to(window.ends_at + when);
        REQUIRE(finish(world, window.id));
        CHECK(promised(world, window.id) == Words{outcome});
    }
}

TEST_CASE("finish_window: said twice it answers the same and tells nobody twice")
{
    support::World world;
    auto const window = started(world, work_on(world, service(world, "Galleries").id));
    auto const first = finish(world, window.id);
    auto const facts = support::facts_told(world);
    CHECK(to_json(*finish(world, window.id)) == to_json(*first));
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("finish_window: what has not started, was cancelled, or is seen in another version")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const planned = plan(world, work_on(world, galleries.id));
    CHECK(finish(world, planned->id).error().code == "window.not_started");
    CHECK(finish(world, planned->id).error().kind == Refusal::conflict);
    CHECK(finish(world, WindowId{1}).error().code == "window.not_found");
    CHECK(finish(world, planned->id, {.text = " "}).error().code == "update.needs_text");
    REQUIRE(call_off(world, planned->id));
    CHECK(finish(world, planned->id).error().code == "window.cancelled");
    auto const running = started(world, work_on(world, galleries.id));
    CHECK(finish(world, running.id, {.text = "Done."}, 7).error().code == "http.stale");
}
