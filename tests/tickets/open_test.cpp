#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

TEST_CASE("open: a mail without a subject is called by its first line, or says that it has none")
{
    World world;
    TicketHouse house{world};
    auto const subject = [&](std::string const& said, std::string const& text, int n) {
        auto const mail =
            house.post({.subject = said, .text = text, .message_id = fmt::format("{}@a", n)});
        return house.ticket(*mail.ticket).subject;
    };
    CHECK(subject("Stats", "x", 1) == "Stats");
    CHECK(subject(" ", "It is broken.\r\nReally.", 2) == "It is broken.");
    CHECK(subject("", "", 3) == "(no subject)");
    CHECK(subject(std::string(500, 'a'), "x", 4).size() == 200);
}

TEST_CASE("open: tells that a ticket was opened, then what was said on it")
{
    World world;
    TicketHouse house{world};
    auto const id = house.post({}).ticket->text();
    auto const told = support::facts_told(world);
    CHECK(std::ranges::count(told, support::ToldFact{"TicketOpened", id}) == 1);
    CHECK(std::ranges::count(told, support::ToldFact{"EntryAdded", id}) == 1);
}
