#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;

namespace {

bool is_acknowledged(tickets::Ticket const& ticket)
{
    return std::ranges::any_of(ticket.entries, [](tickets::Entry const& entry) {
        return entry.kind == tickets::EntryKind::acknowledgement;
    });
}

}  // namespace

TEST_CASE("acknowledge: two machines that lie about themselves do not talk for a night")
{
    World world;
    TicketHouse house{world};
    int answered = 0;
    for (int i = 0; i < 60; ++i) {
        auto const mail =
            house.post({.text = fmt::format("Answer {}", i), .message_id = fmt::format("{}@a", i)});
        answered += is_acknowledged(house.ticket(*mail.ticket)) ? 1 : 0;
        world.pass(1min);
    }
    CHECK(answered == 25);  // 10 in the first ten minutes, 15 in thirty, 25 in the hour
    CHECK(house.all_tickets().size() == 60);
}

TEST_CASE("acknowledge: a stranger reads nothing in it that the mail itself said")
{
    World world;
    TicketHouse house{world};
    auto const letter_after = [&](std::string const& sender, std::string const& id) {
        (void)house.post(
            {.from = sender,
             .subject = "Buy now",
             .text = "Cheap!",
             .message_id = id,
             .envelope_from = sender});
        return world.read([](Call& call) {
            return call.tx.one<std::string>("SELECT body FROM notify_notices ORDER BY id DESC")
                .value();
        });
    };
    auto const to_stranger = letter_after("victim@elsewhere.test", "1@a");
    CHECK(to_stranger.contains("Your message [#1001]"));
    for (auto const* const said : {"Buy now", "Cheap!", "Somebody"})
        CHECK_FALSE(to_stranger.contains(said));
    CHECK(letter_after("ann@a.test", "2@a").contains("Re: Buy now [#1002]"));
}

TEST_CASE("acknowledge: how many other accounts have written about it")
{
    World world;
    TicketHouse house{world};
    (void)house.trouble();
    world.write([](Call& call) {
        (void)accounts::add_account(
            call, {.name = "Another",
                   .plan = accounts::find_plan_named(call.tx, "Pro").value().id,
                   .contacts = {{.name = "Cy", .email = Email::parse("cy@c.test").value()}}})
            .value();
    });
    (void)house.post({.text = "where are my stats?"});
    (void)house.post(
        {.from = "bob@a.test",
         .text = "no stats here",
         .message_id = "2@a",
         .envelope_from = "bob@a.test"});
    auto const third = house.post(
        {.from = "cy@c.test", .text = "stats?", .message_id = "3@c", .envelope_from = "cy@c.test"});
    CHECK(house.ticket(*third.ticket).entries.at(1).text.contains("One other customer"));
}
