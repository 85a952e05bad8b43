#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::State;

namespace {

EntryId reply(World& world, TicketId id, tickets::Reply const& wish = {.text = "In the settings."})
{
    return world.write([&](Call& call) { return tickets::reply(call, id, wish); })
        .value()
        .entries.back()
        .id;
}

Result<tickets::Undone> undo(World& world, TicketId id, EntryId entry)
{
    return world.write([&](Call& call) { return tickets::undo(call, id, entry); });
}

// "first_reply open kept, next_reply open": the states of each promise on the ticket.
std::string promised(World& world, TicketId id)
{
    return world.read([&](Call& call) {
        std::string words;
        for (auto const& promise : promises::about(call.tx, id.text())) {
            words += fmt::format("{}{}", words.empty() ? "" : ", ", name_of(promise.source));
            for (auto const& change : promises::history(call.tx, promise.id))
                words += fmt::format(" {}", name_of(change.state));
        }
        return words;
    });
}

// How many letters to customers still wait or were sent, acknowledgements included.
std::int64_t letters(World& world)
{
    return world.read([](Call& call) {
        return *call.tx.one<std::int64_t>(
            "SELECT COUNT(*) FROM notify_deliveries WHERE state <> 'cancelled'");
    });
}

// All that an undone reply must leave as it was; the version counts on.
std::string standing(tickets::Ticket const& ticket)
{
    return fmt::format(
        "{} {} {} {}", name_of(ticket.state), ticket.entries.size(), to_rfc3339(ticket.changed_at),
        ticket.reply_due_at ? to_rfc3339(*ticket.reply_due_at) : "-");
}

}  // namespace

TEST_CASE("undo: the ticket is as it was, the mail never leaves, and only the audit knows")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({}).ticket;
        auto const before = house.ticket(id);
        auto const mails = letters(world);
        world.pass(1h);
        auto const entry = reply(world, id);
        CHECK(letters(world) == mails + 1);
        world.pass(19s);
        auto const undone = undo(world, id, entry);
        REQUIRE(undone);
        CHECK(undone->text == "In the settings.");
        CHECK(standing(undone->ticket) == standing(before));
        CHECK(undone->ticket.version > before.version);
        CHECK(letters(world) == mails);
        CHECK(promised(world, id) == "first_reply open kept open");
        CHECK(facts_told(world).back() == support::ToldFact{"ReplyUndone", id.text()});
        CHECK(house.all_tickets().front().snippet == before.entries.front().text);
    });
}

TEST_CASE("undo: what was solved with it is not solved any more")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    auto const entry = reply(world, id, {.text = "Done.", .then = tickets::Then::solve});
    CHECK(house.ticket(id).state == State::solved);
    CHECK(standing(undo(world, id, entry)->ticket) == standing(before));
}

TEST_CASE("undo: said twice it is the same answer, and happens once")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const entry = reply(world, id);
    auto const first = undo(world, id, entry);
    auto const second = undo(world, id, entry);
    REQUIRE(second);
    CHECK(second->text == first->text);
    CHECK(second->ticket.version == first->ticket.version);
    auto const told = facts_told(world);
    CHECK(std::ranges::count(told, support::ToldFact{"ReplyUndone", id.text()}) == 1);
}

TEST_CASE("undo: a reply that left, or was to leave at once, cannot be taken back")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({}).ticket;
        auto const at_once = reply(world, id, {.text = "So.", .undo_s = 0});
        auto const waiting = reply(world, id);
        // As the outbox claims it.
        world.write([](Call& call) {
            call.tx.run("UPDATE notify_deliveries SET state = 'sending', due_at = NULL");
        });
        for (auto const entry : {at_once, waiting}) {
            auto const refused = undo(world, id, entry);
            REQUIRE(refused.has_error());
            CHECK(refused.error().code == "reply.already_sent");
            CHECK(refused.error().kind == Refusal::conflict);
        }
        CHECK(house.ticket(id).entries.size() == 4);
        CHECK(promised(world, id) == "first_reply open kept");
    });
}

TEST_CASE("undo: only replies of that ticket can be taken back")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const other = *house.post({.text = "Else?", .message_id = "2@a"}).ticket;
    auto const entry = reply(world, id);
    CHECK(undo(world, other, entry).error().code == "reply.not_found");
    CHECK(undo(world, id, house.ticket(id).entries[0].id).error().code == "reply.not_found");
    CHECK(undo(world, id, house.ticket(id).entries[1].id).error().code == "reply.not_found");
    CHECK(undo(world, id, EntryId{7}).error().code == "reply.not_found");
    CHECK(undo(world, TicketId{7}, entry).error().code == "ticket.not_found");
}

TEST_CASE("undo: the time to do it is the writer's wish, else the setting")
{
    World world;
    TicketHouse house{world};
    world.settings.tickets.undo = 5s;
    auto const id = *house.post({}).ticket;
    (void)reply(world, id);
    CHECK(house.ticket(id).entries.back().undo_until == world.now() + 5s);
    (void)reply(world, id, {.text = "x", .undo_s = 120});
    CHECK(house.ticket(id).entries.back().undo_until == world.now() + 120s);
    (void)reply(world, id, {.text = "x", .undo_s = 0});
    CHECK_FALSE(house.ticket(id).entries.back().undo_until);
    for (auto const seconds : {-1, 121}) {
        auto const refused = world.write(
            [&](Call& call) { return tickets::reply(call, id, {.text = "x", .undo_s = seconds}); });
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "reply.bad_undo");
    }
}

TEST_CASE("undo: where the customer wrote meanwhile, his first question is what is due")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    world.pass(1h);
    auto const entry = reply(world, id);
    world.pass(5s);
    house.answers(id, "And how?");
    CHECK(house.ticket(id).reply_due_at != before.reply_due_at);
    auto const after = undo(world, id, entry).value().ticket;
    CHECK(after.state == State::waiting_for_us);
    CHECK(after.reply_due_at == before.reply_due_at);
    CHECK(after.changed_at == world.now());
    CHECK(after.entries.back().text == "And how?");
    CHECK(promised(world, id) == "first_reply open kept open, next_reply open withdrawn");
}

TEST_CASE("undo: where nobody waited for us before, the customer's word keeps its own clock")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    (void)reply(world, id, {.text = "So.", .undo_s = 0});
    world.pass(1h);
    auto const entry = reply(world, id, {.text = "One more thing."});
    house.answers(id, "Thank you, and now?");
    auto const with_both = house.ticket(id);
    auto const after = undo(world, id, entry).value().ticket;
    CHECK(after.state == State::waiting_for_us);
    CHECK(after.reply_due_at == with_both.reply_due_at);
    CHECK(promised(world, id) == "first_reply open kept, next_reply open");
}

TEST_CASE("undo: where we answered again, that answer stands; undone too, nothing was said")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    world.pass(1s);
    auto const first = reply(world, id, {.text = "One."});
    world.pass(1s);
    auto const second = reply(world, id, {.text = "Two.", .then = tickets::Then::solve});
    auto const after = undo(world, id, first).value().ticket;
    CHECK(after.state == State::solved);
    CHECK(after.entries.back().text == "Two.");
    CHECK(promised(world, id) == "first_reply open kept");
    CHECK(standing(undo(world, id, second).value().ticket) == standing(before));
    CHECK(promised(world, id) == "first_reply open kept open");
}

TEST_CASE("undo: the newest of two replies first, then the other, ends the same way")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    auto const first = reply(world, id, {.text = "One."});
    auto const second = reply(world, id, {.text = "Two."});
    CHECK(undo(world, id, second).value().ticket.state == State::waiting_for_customer);
    CHECK(standing(undo(world, id, first).value().ticket) == standing(before));
}

TEST_CASE("undo: a question between two replies belongs to the one that stands")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const before = house.ticket(id);
    auto const first = reply(world, id, {.text = "One."});
    world.pass(1s);
    house.answers(id, "And how?");
    auto const second = reply(world, id, {.text = "Two."});
    REQUIRE(undo(world, id, first));
    auto const after = undo(world, id, second).value().ticket;
    CHECK(after.state == State::waiting_for_us);
    CHECK(after.reply_due_at == before.reply_due_at);
    CHECK(promised(world, id) == "first_reply open kept open, next_reply open kept open withdrawn");
}

TEST_CASE("undo: where only the later answer is left, and it came too late, the promise is late")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.go_to(*house.ticket(id).reply_due_at);
    auto const first = reply(world, id, {.text = "One.", .undo_s = 120});
    world.pass(10s);
    (void)reply(world, id, {.text = "Two."});
    REQUIRE(undo(world, id, first));
    CHECK(promised(world, id) == "first_reply open kept open late late");
}
