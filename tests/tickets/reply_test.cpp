#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::State;

namespace {

promises::State promise_state(World& world, TicketId ticket)
{
    return world.read(
        [&](Call& call) { return promises::about(call.tx, ticket.text()).at(0).state; });
}

}  // namespace

TEST_CASE("reply: hands the ball to the customer, keeps the promise and tells it")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({}).ticket;
        auto const answered = world.write(
            [&](Call& call) { return tickets::reply(call, id, {.text = "In the settings."}); });
        REQUIRE(answered);
        CHECK(answered->state == State::waiting_for_customer);
        CHECK_FALSE(answered->reply_due_at);
        CHECK(answered->entries.back().text == "In the settings.");
        CHECK(promise_state(world, id) == promises::State::kept);
        auto const told = support::facts_told(world);
        CHECK(std::ranges::count(told, support::ToldFact{"EntryAdded", id.text()}) == 2);
    });
}

TEST_CASE("reply: solving tells that it is solved")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const solved = world.write([&](Call& call) {
        return tickets::reply(call, id, {.text = "Done.", .then = tickets::Then::solve});
    });
    REQUIRE(solved);
    CHECK(solved->state == State::solved);
    CHECK(support::facts_told(world).back() == support::ToldFact{"TicketSolved", id.text()});
}

TEST_CASE("reply: over an entry that its writer has not seen is refused and sends nothing")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const seen = house.ticket(id).entries.back().id;
    world.write([&](Call& call) { return tickets::note(call, id, {.text = "I take it."}); });
    auto const blind = world.write(
        [&](Call& call) { return tickets::reply(call, id, {.text = "Hello", .seen = seen}); });
    REQUIRE(blind.has_error());
    CHECK(blind.error().code == "reply.unseen_entry");
    CHECK(house.ticket(id).entries.size() == 3);
}

TEST_CASE("reply: without text, or to a ticket that is not there, is refused")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.write([&](Call& call) {
        CHECK(tickets::reply(call, id, {.text = " \n"}).error().code == "reply.needs_text");
        CHECK(tickets::reply(call, TicketId{42}, {.text = "x"}).error().code == "ticket.not_found");
        CHECK(tickets::note(call, id, {.text = ""}).error().code == "reply.needs_text");
    });
}

TEST_CASE("note: changes neither state nor clock")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    world.write([&](Call& call) { return tickets::note(call, id, {.text = "Ask Joe."}); });
    auto const after = house.ticket(id);
    CHECK(after.state == before.state);
    CHECK(after.reply_due_at == before.reply_due_at);
    CHECK(after.entries.back().kind == tickets::EntryKind::note);
}

TEST_CASE("reply: a customer's next word starts the clock again")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.write([&](Call& call) { return tickets::reply(call, id, {.text = "So."}); });
    world.pass(1h);
    tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
    auto const contact = house.account.contacts[0].id;
    (void)house.post(
        {.to = tickets::seal::reply_address(ours, id, contact),
         .text = "And now?",
         .message_id = "2@a"});
    auto const ticket = house.ticket(id);
    CHECK(ticket.state == State::waiting_for_us);
    // Eight covered hours from Wednesday 11:00: seven today, one tomorrow.
    CHECK(ticket.reply_due_at == support::test_start + 24h);
}
