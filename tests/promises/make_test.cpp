#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("make: a promise is open, with its first due moment, a line of history and a timer")
{
    LedgerWorld world;
    auto const due = world.now() + 2h;
    auto const promise = world.given(
        {.text = "A fix", .to = "public", .due_at = due, .source = Source::eta, .about = "inc_1"});
    CHECK(promise.state == State::open);
    CHECK(promise.due_at == due);
    CHECK(promise.first_due_at == due);
    CHECK(world.states(promise.id) == "open");
    CHECK(world.timer(promise.id) == due);
    CHECK(facts_told(world) == support::Told{{"PromiseMade", promise.id.text()}});
}

TEST_CASE("make: without a date it needs a reason, and has no timer")
{
    LedgerWorld world;
    auto const promise = world.given({.text = "An export", .no_date = NoDate::legal});
    CHECK(promise.no_date == NoDate::legal);
    CHECK_FALSE(promise.due_at);
    CHECK_FALSE(world.timer(promise.id));
}

TEST_CASE("make: what is no promise is refused with its field")
{
    LedgerWorld world;
    auto const soon = world.now() + 1h;
    struct Row {
        Make wish;
        std::string code, field;
    };
    for (auto const& row : std::vector<Row>{
             {{.text = "We will try our best"}, "promise.needs_date", "due_at"},
             {{.text = "x", .due_at = soon, .no_date = NoDate::other},
              "promise.needs_date",
              "due_at"},
             {{.text = " \n", .due_at = soon}, "promise.needs_text", "text"},
             {{.text = std::string(2001, 'x'), .due_at = soon}, "promise.too_long", "text"},
             {{.text = "x", .to = "everybody", .due_at = soon}, "promise.bad_recipient", "to"},
             {{.text = "x", .due_at = world.now() - 1us}, "promise.in_the_past", "due_at"}}) {
        CAPTURE(row.code);
        auto const refused = world.write([&](Call& call) { return make(call, row.wish); });
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK(facts_told(world).empty());
}

TEST_CASE("make: a clock that ran out while we were down is a promise all the same")
{
    LedgerWorld world;
    auto const promise = world.given(
        {.text = "First reply", .due_at = world.now() - 1h, .source = Source::first_reply});
    world.fall_due(promise.id);
    CHECK(world.states(promise.id) == "open late");
}
