#include "status/windows/series_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("declare: what will be used is a window of its series that is told as any other")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        customer(world, "Ada", std::vector{galleries});
        auto const added = thursdays(world, galleries);
        auto const declared = use(world, added.id, first_thursday + 168h);
        REQUIRE(declared);
        auto const& one = declared->occurrences[1];
        CHECK(bool{one.state == OccurrenceState::will_be_used});
        REQUIRE(one.window);
        auto const window = look(world, *one.window);
        CHECK(window->title == "Thursday maintenance");
        CHECK(window->text == "New disks.");
        CHECK(window->series == added.id);
        CHECK(window->occurrence == first_thursday + 168h);
        CHECK(window->ends_at == first_thursday + 168h + 90min);
        CHECK(told(world, window->id) == Words{"Ada queued"});
        CHECK(declared->version == 2);
        CHECK(said(world).back() == support::ToldFact{"OccurrenceDeclared", added.id.text()});
    });
}

TEST_CASE("declare: without a text the one of the series is said")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const declared =
        say(world, added.id, {.starts_at = first_thursday, .is_used = true, .text = ""});
    REQUIRE(declared);
    CHECK(look(world, *declared->occurrences[0].window)->text == "Short breaks are possible.");
}

TEST_CASE("declare: later than a plan allows it needs a reason, as any window")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const refused = say(world, added.id, {.starts_at = first_thursday, .is_used = true});
    CHECK(refused.error().code == "window.needs_reason");
    CHECK(use(world, added.id, first_thursday));
}

TEST_CASE("declare: what is not used is left out, tells nobody, and may be used after all")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    customer(world, "Ada");
    auto const added = thursdays(world, galleries);
    auto const start = first_thursday + 168h;
    auto const left = say(world, added.id, {.starts_at = start, .is_used = false});
    REQUIRE(left);
    CHECK(bool{left->occurrences[1].state == OccurrenceState::not_used});
    CHECK(left->left_out == std::vector{start});
    CHECK_FALSE(left->occurrences[1].window.has_value());
    auto const used = use(world, added.id, start);
    REQUIRE(used);
    CHECK(bool{used->occurrences[1].state == OccurrenceState::will_be_used});
    CHECK(used->left_out == std::vector{start});
}

TEST_CASE("declare: said twice it answers the same and plans nothing twice")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const first = use(world, added.id, first_thursday);
    auto const facts = support::facts_told(world);
    CHECK(to_json(*use(world, added.id, first_thursday)) == to_json(*first));
    CHECK(support::facts_told(world) == facts);
}

TEST_CASE("declare: one whose window was cancelled is used after all, by another window")
{
    support::for_each_database([](support::World& world) {
        auto const added = thursdays(world, service(world, "Galleries").id);
        auto const start = first_thursday + 168h;
        auto const first = use(world, added.id, start)->occurrences[1].window.value();
        REQUIRE(call_off(world, first));
        auto const facts = support::facts_told(world);
        auto const left = say(world, added.id, {.starts_at = start, .is_used = false});
        REQUIRE(left);
        CHECK(bool{left->occurrences[1].state == OccurrenceState::cancelled});
        CHECK(support::facts_told(world) == facts);

        auto const again = use(world, added.id, start);
        REQUIRE(again);
        auto const& one = again->occurrences[1];
        CHECK(bool{one.state == OccurrenceState::will_be_used});
        REQUIRE(one.window);
        CHECK(one.window != first);
        CHECK(bool{look(world, first)->state == WindowState::cancelled});
        CHECK(again->left_out == std::vector{start});
    });
}

TEST_CASE("declare: one whose window was moved is not used there, and has its window")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const start = first_thursday + 168h;
    auto const window = use(world, added.id, start)->occurrences[1].window.value();
    REQUIRE(move(
        world, window,
        {.starts_at = start + 24h, .ends_at = start + 26h, .text = "The disks are late."}));
    auto const moved = look(world, added.id).value();
    CHECK(bool{moved.occurrences[1].state == OccurrenceState::moved});
    CHECK(moved.left_out == std::vector{start});
    CHECK(use(world, added.id, start).error().code == "series.declared");
    CHECK(say(world, added.id, {.starts_at = start, .is_used = false}));

    world.go_to(start + 48h);
    advance_all(world);
    auto const over = look(world, added.id).value();
    CHECK(over.past == 2);
    CHECK(over.used == 0);
    CHECK(bool{over.occurrences[1].state == OccurrenceState::moved});
}

TEST_CASE("declare: what is no occurrence, over, ended or said otherwise is refused")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    auto const code = [&](Instant starts_at, bool is_used) {
        auto const answer = say(world, added.id, {.starts_at = starts_at, .is_used = is_used});
        return answer ? "" : answer.error().code;
    };
    CHECK(code(first_thursday + 1us, true) == "series.no_such_occurrence");
    CHECK(code(first_thursday - 168h, true) == "series.no_such_occurrence");
    CHECK(say(world, SeriesId{1}, {}).error().code == "series.not_found");
    REQUIRE(use(world, added.id, first_thursday));
    CHECK(code(first_thursday, false) == "series.declared");
    world.go_to(first_thursday + 168h);
    CHECK(code(first_thursday + 168h, true) == "window.in_the_past");
    REQUIRE(world.write([&](Call& call) { return end_series(call, added.id, {}); }));
    CHECK(code(first_thursday + 2 * 168h, true) == "series.ended");
}
