#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;
using tickets::State;

TEST_CASE("list: newest first, page by page, each ticket once, and only those in the state")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        for (int i = 0; i < 5; ++i)
            (void)house.post({.text = std::to_string(i), .message_id = fmt::format("{}@a", i)});
        auto const all = house.all_tickets();
        REQUIRE(all.size() == 5);
        CHECK(all.front().number == 1005);
        world.write([&](Call& call) {
            (void)tickets::reply(call, all[2].id, {.text = "x", .then = tickets::Then::solve});
        });
        auto const page = [&](std::optional<TicketId> after) {
            return world.read([&](Call& call) {
                return tickets::list(call.tx, State::waiting_for_us, after, 2);
            });
        };
        auto const first = page({});
        auto const second = page(first.back().id);
        std::vector<std::int64_t> numbers;
        for (auto const& ticket : first)
            numbers.push_back(ticket.number);
        for (auto const& ticket : second)
            numbers.push_back(ticket.number);
        CHECK(numbers == std::vector<std::int64_t>{1005, 1004, 1002, 1001});
        CHECK(page(second.back().id).empty());
    });
}

TEST_CASE("find: a ticket that is not there is nothing")
{
    World world;
    CHECK_FALSE(world.read([](Call& call) { return tickets::find(call.tx, TicketId{42}); }));
}
