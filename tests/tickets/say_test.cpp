#include "notify/notify.hpp"
#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

TEST_CASE("say: what we say is a mail that is ours, to the customer and to nobody else")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({}).ticket;
        auto const before = house.ticket(id);
        world.write([&](Call& call) {
            tickets::say(call, before, {.author = "system", .text = "Hello."});
        });
        auto const after = house.ticket(id);
        REQUIRE(after.entries.size() == before.entries.size() + 1);
        tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
        auto const message_id = tickets::seal::message_id(ours, id, after.entries.back().id);
        world.read([&](Call& call) {
            CHECK(notify::we_sent(call, message_id, house.account.contacts[0].id));
            CHECK(tickets::store::message_ids(call.tx, id, 10).back() == message_id);
        });
    });
}
