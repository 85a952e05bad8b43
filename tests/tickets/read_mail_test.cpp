#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::Outcome;

TEST_CASE("read_mail: a contact's mail is his account's ticket, due by his plan and promised")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const mail = house.post({});
        REQUIRE(mail.outcome == Outcome::opened);
        auto const ticket = house.ticket(*mail.ticket);
        CHECK(ticket.number == 1001);
        CHECK(ticket.account == house.account.id);
        CHECK(ticket.contact == house.account.contacts[0].id);
        CHECK_FALSE(ticket.verified);
        CHECK(ticket.reply_due_at == world.now() + 4h);  // Wednesday, 10:00; open until 18:00
        REQUIRE(ticket.entries.size() == 2);
        CHECK(ticket.entries[0].text == "How do I change my address?");
        CHECK(ticket.entries[1].kind == tickets::EntryKind::acknowledgement);
        auto const promised =
            world.read([&](Call& call) { return promises::about(call.tx, ticket.id.text()); });
        REQUIRE(promised.size() == 1);
        CHECK(promised[0].due_at == ticket.reply_due_at);
        CHECK(promised[0].source == promises::Source::first_reply);
    });
}

TEST_CASE("read_mail: somebody whom we do not know becomes a prospect with the default target")
{
    World world;
    TicketHouse house{world};
    auto const mail = house.post({.from = "new@b.test", .envelope_from = "new@b.test"});
    REQUIRE(mail.outcome == Outcome::opened);
    auto const ticket = house.ticket(*mail.ticket);
    CHECK_FALSE(ticket.account);
    CHECK(ticket.reply_due_at == world.now() + 8h);
    CHECK(ticket.entries.size() == 2);
}

TEST_CASE("read_mail: a stranger's second mail within the hour opens a ticket but is not answered")
{
    World world;
    TicketHouse house{world};
    (void)house.post({.from = "new@b.test", .envelope_from = "new@b.test"});
    auto const second = house.post(
        {.from = "new@b.test",
         .text = "Another.",
         .message_id = "2@b",
         .envelope_from = "new@b.test"});
    REQUIRE(second.outcome == Outcome::opened);
    CHECK(house.ticket(*second.ticket).entries.size() == 1);
}

TEST_CASE("read_mail: the same mail again makes no second ticket and no second answer (P2, R-67)")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const first = house.post({});
        auto const again = house.post({.headers = "Received: from another relay\r\n"});
        CHECK(again.outcome == Outcome::repeated);
        CHECK(again.ticket == first.ticket);
        auto const elsewhere = house.post({.to = "sales@help.test"});
        CHECK(elsewhere.outcome == Outcome::repeated);
        auto const same_words = house.post({.to = "info@help.test", .message_id = "other@a.test"});
        CHECK(same_words.outcome == Outcome::repeated);
        CHECK(same_words.ticket == first.ticket);
        CHECK(house.all_tickets().size() == 1);
        CHECK(house.ticket(*first.ticket).entries.size() == 2);
    });
}

TEST_CASE("read_mail: what machines send makes no ticket, is kept and says why")
{
    World world;
    TicketHouse house{world};
    struct Case {
        std::string headers;
        std::string envelope_from;
        std::string reason;
    };
    for (auto const& [headers, envelope_from, reason] :
         {Case{"Auto-Submitted: auto-replied\r\n", "ann@a.test", "auto_submitted"},
          Case{"", "", "null_sender"}, Case{"Precedence: bulk\r\n", "ann@a.test", "bulk"},
          Case{"List-Id: <x.y>\r\n", "ann@a.test", "list"}}) {
        CAPTURE(headers);
        auto const mail = house.post({.headers = headers, .envelope_from = envelope_from});
        CHECK(mail.outcome == Outcome::automatic);
        CHECK(mail.reason == reason);
    }
    house.become_partners();
    for (std::string const own : {"other@help.test", "care@help.lens.test"}) {
        auto const mail = house.post({.from = own, .envelope_from = own});
        CHECK(mail.outcome == Outcome::automatic);
        CHECK(mail.reason == "our_own");
    }
    CHECK(house.all_tickets().empty());
}

TEST_CASE("read_mail: an answer to our mail joins the ticket, by Message-ID and by reply address")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const ticket = house.ticket(*house.post({}).ticket);
        tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
        auto const our_mail = tickets::seal::message_id(ours, ticket.id, ticket.entries.at(1).id);
        auto const by_id = house.post(
            {.subject = "something else",
             .text = "One more thing.",
             .message_id = "two@a.test",
             .headers = "In-Reply-To: <" + our_mail + ">\r\n"});
        CHECK(by_id.outcome == Outcome::joined);
        CHECK(by_id.ticket == ticket.id);
        auto const by_address = house.post(
            {.to = tickets::seal::reply_address(ours, ticket.id, ticket.contact),
             .text = "And another.",
             .message_id = "three@a.test"});
        CHECK(by_address.outcome == Outcome::joined);
        auto const colleague = house.post(
            {.from = "bob@a.test",
             .text = "Me too.",
             .message_id = "four@a.test",
             .headers = "References: <" + our_mail + ">\r\n",
             .envelope_from = "bob@a.test"});
        CHECK(colleague.outcome == Outcome::joined);
        auto const whole = house.ticket(ticket.id);
        CHECK(whole.entries.size() == 5);
        CHECK(whole.reply_due_at == ticket.reply_due_at);  // a second word does not move the clock
    });
}

TEST_CASE("read_mail: a forged answer joins nothing, whatever it names; it shows what it names")
{
    World world;
    TicketHouse house{world};
    auto const ticket = house.ticket(*house.post({}).ticket);
    tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
    auto const our_mail = tickets::seal::message_id(ours, ticket.id, ticket.entries.at(1).id);
    struct Case {
        std::string subject;
        std::string to;
        std::string headers;
    };
    int n = 0;
    for (auto const& [subject, to, headers] :
         {Case{"Re: A question [#1001]", "help@help.test", ""},
          Case{"Re: A question", "help@help.test", "In-Reply-To: <" + our_mail + ">\r\n"},
          Case{"x", tickets::seal::reply_address(ours, ticket.id, ticket.contact), ""}}) {
        auto const mail = house.post(
            {.from = "eve@evil.test",
             .to = to,
             .subject = subject,
             .text = "Send me everything.",
             .message_id = fmt::format("{}@evil.test", ++n),
             .headers = headers,
             .envelope_from = "eve@evil.test"});
        CHECK(mail.outcome == Outcome::opened);
        REQUIRE(mail.ticket != ticket.id);
        CHECK(house.ticket(*mail.ticket).may_belong_to == ticket.id);
    }
    CHECK(house.ticket(ticket.id).entries.size() == 2);
}

TEST_CASE("read_mail: a mail that names a broken service is linked to its incident")
{
    World world;
    TicketHouse house{world};
    auto const incident = house.trouble();
    auto const named = house.post({.subject = "Hello", .text = "where are my stats?"});
    CHECK(house.ticket(*named.ticket).incident == incident.id);
    CHECK(house.ticket(*named.ticket).entries[1].text.contains("Statistics: we know about it"));
    auto const other = house.post({.text = "How much is Pro?", .message_id = "two@a.test"});
    CHECK_FALSE(house.ticket(*other.ticket).incident);
    CHECK(house.ticket(*other.ticket).entries[1].text.contains("If you write about Statistics"));
}

TEST_CASE("read_mail: a mail that cannot be read is still a ticket")
{
    World world;
    TicketHouse house{world};
    auto const id = world.write([](Call& call) {
        return tickets::take_in(
            call, {.from = "ann@a.test",
                   .to = "help@help.test",
                   .kept = tickets::keep_raw(call.settings, std::string("\x00\xff\r\n\xfe", 5))});
    });
    house.work();
    auto const mail =
        world.read([&](Call& call) { return tickets::store::find_mail(call.tx, id).value(); });
    REQUIRE(mail.outcome == Outcome::opened);
    CHECK(house.ticket(*mail.ticket).contact == house.account.contacts[0].id);
}

TEST_CASE("read_mail: an answer to a ticket solved long ago opens a new one that follows it")
{
    World world;
    TicketHouse house{world};
    auto const first = *house.post({}).ticket;
    world.write([&](Call& call) {
        return tickets::reply(call, first, {.text = "Like this.", .then = tickets::Then::solve});
    });
    tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
    auto const address = tickets::seal::reply_address(ours, first, house.account.contacts[0].id);
    auto const soon = house.post({.to = address, .text = "Thanks!", .message_id = "2@a"});
    CHECK(soon.ticket == first);
    CHECK(house.ticket(first).state == tickets::State::waiting_for_us);
    world.write([&](Call& call) {
        return tickets::reply(call, first, {.text = "Fine.", .then = tickets::Then::solve});
    });
    world.pass(24h * 15);
    auto const late = house.post({.to = address, .text = "Again!", .message_id = "3@a"});
    CHECK(late.outcome == Outcome::opened);
    CHECK(house.ticket(*late.ticket).follows == first);
}
