#include "team/team.hpp"
#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::EntryKind;

namespace {

std::vector<std::string> authors(tickets::Ticket const& ticket)
{
    std::vector<std::string> names;
    for (auto const& entry : ticket.entries)
        names.push_back(entry.author_name);
    return names;
}

}  // namespace

TEST_CASE("find: a ticket and its entries carry the names of all who have to do with it")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const incident = house.trouble();
        auto const id = *house.post({.text = "Where are my statistics?"}).ticket;
        auto const [olga, program] = world.write([](Call& call) {
            auto const person =
                team::add_person(
                    call, {.name = "Olga", .email = Email::parse("olga@team.test").value()})
                    .value();
            auto const token = team::create_token(call, {.name = "Import"}).value();
            return std::pair{person.id.value(), token.token.id.value()};
        });
        world.write({.kind = Actor::Kind::person, .id = olga}, [&](Call& call) {
            REQUIRE(tickets::reply(call, id, {.text = "They come back."}));
        });
        world.write({.kind = Actor::Kind::token, .id = program}, [&](Call& call) {
            REQUIRE(tickets::note(call, id, {.text = "Paid."}));
        });
        auto const ticket = house.ticket(id);
        CHECK(ticket.contact_name == "Ann");
        CHECK(ticket.account_name == "Foto Ruiz");
        CHECK(ticket.incident_title == incident.title);
        CHECK(authors(ticket) == std::vector<std::string>{"Ann", "Support", "Olga", "Import"});
    });
}

TEST_CASE("find: a reply says until when it can be taken back, and then no more")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.write([&](Call& call) { REQUIRE(tickets::reply(call, id, {.text = "So."})); });
    CHECK(house.ticket(id).entries.back().undo_until == world.now() + 20s);
    CHECK_FALSE(house.ticket(id).entries.front().undo_until);
    world.pass(20s);
    CHECK_FALSE(house.ticket(id).entries.back().undo_until);
}

TEST_CASE("find: a ticket that is not there is nothing")
{
    World world;
    CHECK_FALSE(world.read([](Call& call) { return tickets::find(call, TicketId{42}); }));
}
