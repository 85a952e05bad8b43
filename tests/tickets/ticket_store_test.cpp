#include "tickets/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
namespace store = tickets::store;

namespace {

tickets::Ticket add(Call& call, AccountId account, std::optional<IncidentId> incident)
{
    tickets::Ticket const ticket{
        .id = call.new_id<TicketId>(),
        .number = store::next_number(call.tx),
        .subject = "x",
        .contact = ContactId{3},
        .account = account,
        .incident = incident,
        .created_at = call.now,
        .changed_at = call.now};
    store::add_ticket(call.tx, ticket);
    return ticket;
}

}  // namespace

TEST_CASE("store: numbers count up and are never given twice")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            auto const first = store::next_number(call.tx);
            CHECK(store::next_number(call.tx) == first + 1);
        });
    });
}

TEST_CASE("store: a ticket is found by id and by number, and keeps what was saved")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            auto ticket = add(call, AccountId{9}, {});
            ticket.state = tickets::State::solved;
            ticket.reply_due_at = call.now;
            store::save_ticket(call.tx, ticket);
            CHECK(ticket.version == 2);
            auto const found = store::find_numbered(call.tx, ticket.number);
            REQUIRE(found);
            CHECK(found->id == ticket.id);
            CHECK(found->state == tickets::State::solved);
            CHECK(found->reply_due_at == call.now);
            CHECK(found->version == 2);
        });
    });
}

TEST_CASE("store: linked tickets are those of the incident that are not solved, oldest first")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            IncidentId const incident{50};
            auto const first = add(call, AccountId{9}, incident);
            auto const second = add(call, AccountId{9}, incident);
            auto solved = add(call, AccountId{10}, incident);
            solved.state = tickets::State::solved;
            store::save_ticket(call.tx, solved);
            (void)add(call, AccountId{11}, IncidentId{51});
            auto const linked = store::linked_to(call.tx, incident, {}, 10);
            REQUIRE(linked.size() == 2);
            CHECK(linked[0].id == first.id);
            CHECK(store::linked_to(call.tx, incident, first.id, 10).at(0).id == second.id);
            // Others are counted by account, solved ones too.
            CHECK(store::other_accounts(call.tx, incident, AccountId{9}) == 1);
            CHECK(store::other_accounts(call.tx, incident, std::nullopt) == 2);
        });
    });
}

TEST_CASE("store: Message-IDs come oldest first, the newest of them")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            auto const ticket = add(call, AccountId{9}, {});
            for (auto const* const id : {"a", "", "b", "c"})
                store::add_entry(
                    call.tx, {.ticket = ticket.id,
                              .entry = {.id = call.new_id<EntryId>(), .at = call.now},
                              .message_id = id});
            CHECK(store::message_ids(call.tx, ticket.id, 2) == std::vector<std::string>{"b", "c"});
            CHECK(store::entries(call.tx, ticket.id, call.now).size() == 4);
            CHECK(store::last_message_of_customer(call.tx, ticket.id) == "c");
            store::add_entry(
                call.tx, {.ticket = ticket.id,
                          .entry =
                              {.id = call.new_id<EntryId>(),
                               .kind = tickets::EntryKind::from_us,
                               .at = call.now},
                          .message_id = "ours"});
            CHECK(store::last_message_of_customer(call.tx, ticket.id) == "c");
            CHECK(store::last_message_of_customer(call.tx, TicketId{42}).empty());
        });
    });
}
