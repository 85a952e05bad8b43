#include "status/windows/window_clock.hpp"

#include "status/samples.hpp"
#include "status/windows/window_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

void wake(support::World& world, WindowId id)
{
    world.write([&](Call& call) { advance(call, id); });
}

std::optional<Instant> timer(support::World& world)
{
    return world.read([](Call& call) {
        return call.tx.one<Instant>(
            "SELECT due_at FROM jobs_queue WHERE kind = 'status.window' AND state = 'waiting'");
    });
}

}  // namespace

TEST_CASE("advance: a window starts at its start, and its services are in maintenance")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const window = plan(world, work_on(world, galleries.id));
        CHECK(timer(world) == window->starts_at);
        world.go_to(window->starts_at);
        wake(world, window->id);
        CHECK(bool{look(world, window->id)->state == WindowState::started});
        CHECK(state_of(world, galleries.id) == ServiceState::maintenance);
        CHECK(said(world).back() == support::ToldFact{"WindowStarted", window->id.text()});
        CHECK(timer(world) == window->ends_at);
    });
}

TEST_CASE("advance: it finishes at its end, and the services work again")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const window = plan(world, work_on(world, galleries.id));
        world.go_to(window->starts_at);
        wake(world, window->id);
        world.go_to(window->ends_at);
        wake(world, window->id);
        auto const over = look(world, window->id);
        CHECK(bool{over->state == WindowState::finished});
        CHECK(over->closed_at == window->ends_at);
        CHECK(state_of(world, galleries.id) == ServiceState::operational);
        CHECK(said(world).back() == support::ToldFact{"WindowFinished", window->id.text()});
    });
}

TEST_CASE("advance: what was slept through has happened, as planned")
{
    support::World world;
    auto const window = plan(world, work_on(world, service(world, "Galleries").id));
    world.go_to(window->ends_at + 3h);
    wake(world, window->id);
    CHECK(look(world, window->id)->closed_at == window->ends_at);
    auto const facts = said(world);
    REQUIRE(facts.size() >= 2);
    CHECK(facts[facts.size() - 2].kind == "WindowStarted");
    CHECK(facts.back().kind == "WindowFinished");
}

TEST_CASE("advance: woken too early, too often or for nothing it changes nothing")
{
    support::World world;
    auto const window = plan(world, work_on(world, service(world, "Galleries").id));
    wake(world, window->id);
    wake(world, WindowId{1});
    CHECK(to_json(*look(world, window->id)) == to_json(*window));
    world.go_to(window->ends_at);
    wake(world, window->id);
    auto const facts = support::facts_told(world);
    wake(world, window->id);
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("advance: an outage during a window is an outage")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto const window = plan(world, work_on(world, galleries.id));
    world.go_to(window->starts_at);
    wake(world, window->id);
    REQUIRE(publish(world, outage_of(world, galleries.id)));
    CHECK(state_of(world, galleries.id) == ServiceState::major);
}

TEST_CASE("advance: one that nobody ended goes on, and its overrun is told once")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto wish = work_on(world, galleries.id);
        wish.finishes_by_itself = false;
        auto const window = plan(world, wish);
        world.go_to(window->ends_at);
        wake(world, window->id);
        auto const late = look(world, window->id);
        CHECK(bool{late->state == WindowState::started});
        CHECK(late->announced_end == window->ends_at);
        CHECK(state_of(world, galleries.id) == ServiceState::maintenance);
        CHECK(said(world).back() == support::ToldFact{"WindowOverran", window->id.text()});
        world.pass(1h);
        wake(world, window->id);
        CHECK(to_json(*look(world, window->id)) == to_json(*late));
    });
}

TEST_CASE("advance: each end that it passes is told, whatever else changed meanwhile")
{
    support::World world;
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.finishes_by_itself = false;
    auto const window = plan(world, wish);
    auto const overruns = [&] {
        return std::ranges::count(said(world), "WindowOverran", &support::ToldFact::kind);
    };
    world.go_to(window->starts_at);
    wake(world, window->id);
    REQUIRE(move(
        world, window->id,
        {.starts_at = window->starts_at, .ends_at = window->ends_at + 1h, .text = "Longer."}));
    world.go_to(window->ends_at + 1h);
    world.write([&](Call& call) {
        auto changed = store::find_window(call.tx, window->id).value();
        changed.changed_at = call.now;
        store::save_window(call.tx, changed);
    });
    CHECK(overruns() == 0);
    wake(world, window->id);
    CHECK(overruns() == 1);
    CHECK(look(world, window->id)->passed_end == window->ends_at + 1h);
    CHECK(look(world, window->id)->announced_end == window->ends_at);
    wake(world, window->id);
    CHECK(overruns() == 1);
}

TEST_CASE("advance: a notice that nobody gave is broken when the window starts")
{
    support::World world;
    customer_with_lead(world, 24);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.notify = false;
    wish.short_reason = "Nobody will notice.";
    auto const window = plan(world, wish);
    world.go_to(window->starts_at);
    wake(world, window->id);
    CHECK(promised(world, window->id) == Words{"notice broken"});
}

TEST_CASE("advance: those who were told hear of the start and of the end")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada", std::vector{galleries.id});
    auto const window = plan(world, work_on(world, galleries.id));
    customer(world, "Bob", std::vector{galleries.id});
    world.go_to(window->starts_at);
    wake(world, window->id);
    CHECK(told(world, window->id) == Words{"Ada superseded", "Ada queued"});
    world.go_to(window->ends_at);
    wake(world, window->id);
    CHECK(told(world, window->id) == Words{"Ada superseded", "Ada superseded", "Ada queued"});
}

TEST_CASE("advance: of a window that was slept through only the end is news")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto const window = plan(world, work_on(world, galleries.id));
    world.go_to(window->ends_at + 3h);
    wake(world, window->id);
    CHECK(told(world, window->id) == Words{"Ada superseded", "Ada queued"});
}

TEST_CASE("advance: of a window of which nobody was told nobody hears the end")
{
    support::World world;
    customer(world, "Ada");
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.notify = false;
    wish.short_reason = "Nobody will notice.";
    auto const window = plan(world, wish);
    world.go_to(window->ends_at);
    wake(world, window->id);
    CHECK(told(world, window->id).empty());
}
