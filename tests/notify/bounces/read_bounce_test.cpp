#include "notify/bounces/read_bounce.hpp"

#include "notify/bounces/returns.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("read_bounce: a report to the sealed address ends its delivery, with code and words")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        auto const notice = house.tell();
        auto const bounce = house.post(house.bounce_address(notice, ada), report("5.1.1"));
        CHECK(bounce.outcome == BounceOutcome::bounced);
        CHECK(bounce.notice == notice);
        CHECK(bounce.contact == ada);
        CHECK(bounce.address == "ada@example.test");
        CHECK(bounce.status == "5.1.1");
        CHECK(bounce.words == "550 5.1.1 it cannot be");
        CHECK(bounce.sender == "MAILER-DAEMON@mx.test");
        CHECK(rows(world) == Rows{"ada bounced: 550 5.1.1 it cannot be", "bob accepted"});
        CHECK(proof(world).told == 1);
        CHECK(house.kinds_told("DeliveryBounced").size() == 1);
    });
}

TEST_CASE("read_bounce: what nothing will ever reach hears of nothing any more")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        house.post(house.bounce_address(house.tell(), ada), report("5.1.1"));
        auto const second = house.tell();
        CHECK(
            rows(world, second) == Rows{"ada suppressed: no such address: 550 5.1.1 it cannot be"});
        auto const contact =
            world.read([&](Call& call) { return accounts::find_contact(call.tx, ada).value(); });
        REQUIRE(contact.unreachable);
        CHECK(contact.unreachable->cause == accounts::Unreached::no_such_address);
        CHECK(contact.unreachable->since == world.now());
    });
}

TEST_CASE("read_bounce: a letter goes to a suppressed address all the same")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    house.post(house.bounce_address(house.tell(), ada), report("5.1.1"));
    world.write([&](Call& call) {
        return send(
            call, {.to = ada,
                   .from = address("help@help.example.test"),
                   .subject = "Re: hello",
                   .text = "Hello."});
    });
    auto const claimed = claim_all(world);
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().address == "ada@example.test");
}

TEST_CASE("read_bounce: by the Message-ID of what comes back where the address says nothing")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        auto const notice = house.tell();
        auto const bounce = house.post(
            "bounce@help.example.test", report("5.1.1", "failed", house.message_id(notice, ada)));
        CHECK(bounce.outcome == BounceOutcome::bounced);
        CHECK(bounce.notice == notice);
    });
}

TEST_CASE("read_bounce: a letter is known by the Message-ID that its writer chose")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        auto const letter = world.write([&](Call& call) {
            return send(
                call, {.to = ada,
                       .from = address("help@help.example.test"),
                       .subject = "Re: hello",
                       .text = "Hello.",
                       .message_id = "abc@help.example.test",
                       .about = "tkt_x"});
        });
        deliver_all(world);
        auto const bounce = house.post(
            "bounce@help.example.test", report("5.1.1", "failed", "abc@help.example.test"));
        CHECK(bounce.notice == letter);
        CHECK(support::facts_told(world).back().kind == "AddressSuppressed");
        CHECK(house.suppressed().at(0).address == "ada@example.test");
    });
}

TEST_CASE("read_bounce: what nobody can attribute is kept for a person, and harms nobody")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        auto address = house.bounce_address(house.tell(), ada);
        address[address.find('@') - 1] = address[address.find('@') - 1] == '0' ? '1' : '0';
        auto const bounce = house.post(address, report("5.1.1"));
        CHECK(bounce.outcome == BounceOutcome::unattributed);
        CHECK(bounce.address == "ada@example.test");
        CHECK(bounce.words == "550 5.1.1 it cannot be");
        CHECK_FALSE(bounce.notice);
        CHECK(rows(world) == Rows{"ada accepted"});
        CHECK(house.suppressed().empty());
        CHECK(support::facts_told(world).back().kind == "BounceUnattributed");
    });
}

TEST_CASE("read_bounce: an address that passes mail on to somebody who is gone is not gone itself")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    add(world, {.name = "bob"});
    auto const once = report("5.1.1", "failed", "", "bob@example.test");
    house.post(house.bounce_address(house.tell(), ada), once);
    CHECK(house.suppressed().empty());
    for (int day = 0; day < 3; ++day) {
        world.pass(24h);
        house.post(house.bounce_address(house.tell(), ada), once);
    }
    auto const suppressed = house.suppressed();
    REQUIRE(suppressed.size() == 1);
    CHECK(suppressed.front().address == "ada@example.test");
    CHECK(suppressed.front().cause == accounts::Unreached::keeps_bouncing);
}

TEST_CASE("read_bounce: a server that is still trying changes nothing")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    auto const address = house.bounce_address(house.tell(), ada);
    CHECK(house.post(address, report("4.4.1", "delayed")).outcome == BounceOutcome::delayed);
    CHECK(house.post(address, report("2.0.0", "delivered")).outcome == BounceOutcome::delayed);
    CHECK(rows(world) == Rows{"ada accepted"});
    CHECK(house.kinds_told("DeliveryBounced").empty());
}

TEST_CASE("read_bounce: an absence note is no bounce, and nobody has to look at it")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    std::string const note = "From: ada@example.test\r\nSubject: Away\r\nAuto-Submitted: "
                             "auto-replied\r\n\r\nI am away.\r\n";
    CHECK(
        house.post(house.bounce_address(house.tell(), ada), note).outcome ==
        BounceOutcome::automatic);
    CHECK(house.post("bounce+x@help.example.test", note).outcome == BounceOutcome::automatic);
    CHECK(rows(world) == Rows{"ada accepted"});
    CHECK(house.kinds_told("Bounce").empty());
}

TEST_CASE("read_bounce: a bounce in words counts where the sealed address says for whom")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    std::string const qmail = "From: MAILER-DAEMON@qmail.test\r\nSubject: failure notice\r\n\r\n"
                              "Hi. This is the qmail-send program.\r\n";
    CHECK(house.post("bounce@help.example.test", qmail).outcome == BounceOutcome::unattributed);
    CHECK(
        house.post(house.bounce_address(house.tell(), ada), qmail).outcome ==
        BounceOutcome::bounced);
    CHECK(rows(world) == Rows{"ada bounced: Hi. This is the qmail-send program."});
    CHECK(house.suppressed().empty());
}

TEST_CASE("read_bounce: what a person writes to such an address is kept for a person")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    auto const bounce = house.post(
        house.bounce_address(house.tell(), ada),
        "From: ada@example.test\r\nSubject: Stop\r\n\r\nPlease stop.\r\n", "ada@example.test");
    CHECK(bounce.outcome == BounceOutcome::unattributed);
    CHECK(bounce.contact == ada);
    CHECK(bounce.subject == "Stop");
    CHECK(bounce.words == "Please stop.");
}

TEST_CASE("read_bounce: the same bounce twice is one")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    auto const address = house.bounce_address(house.tell(), ada);
    house.post(address, report("5.1.1"));
    CHECK(house.post(address, report("5.1.1")).outcome == BounceOutcome::bounced);
    CHECK(house.kinds_told("DeliveryBounced").size() == 1);
    CHECK(house.suppressed().size() == 1);
}

TEST_CASE("read_bounce: a refusal by policy ends the delivery and harms no address")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    for (int day = 0; day < 10; ++day, world.pass(24h))
        house.post(house.bounce_address(house.tell(), ada), report("5.7.1"));
    CHECK(house.suppressed().empty());
    CHECK(proof(world).told == 0);
}

TEST_CASE("read_bounce: mailboxes that stay full are given up, one evening's are not")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add(world, {.name = "ada"});
        for (int update = 0; update < 5; ++update)
            house.post(house.bounce_address(house.tell(), ada), report("5.2.2"));
        CHECK(house.suppressed().empty());
        for (int day = 0; day < 3; ++day) {
            world.pass(24h);
            house.post(house.bounce_address(house.tell(), ada), report("5.2.2"));
        }
        auto const suppressed = house.suppressed();
        REQUIRE(suppressed.size() == 1);
        CHECK(suppressed.front().cause == accounts::Unreached::keeps_bouncing);
    });
}

TEST_CASE("read_bounce: who complains hears no more announcements of that brand")
{
    support::for_each_database([](support::World& world) {
        Returns house{world};
        auto const ada = add_at_partner(world, {.name = "ada"});
        auto const bounce = house.post(house.bounce_address(house.tell(), ada), complaint);
        CHECK(bounce.outcome == BounceOutcome::complained);
        auto const suppressed = house.suppressed();
        REQUIRE(suppressed.size() == 1);
        CHECK(suppressed.front().cause == accounts::Unreached::complained);
        CHECK(suppressed.front().brand == partner_of(world));
        CHECK(rows(world) == Rows{"ada accepted"});
        CHECK(rows(world, house.tell()) == Rows{"ada suppressed: called our mail unwanted"});
    });
}

TEST_CASE("read_bounce: it does not wait for a mail that is just leaving, nor send it again")
{
    support::World world;
    Returns house{world};
    auto const ada = add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    auto const claimed = claim_all(world);
    house.post(house.bounce_address(notice, ada), report("5.1.1"));
    end(world, claimed, {.state = State::accepted, .attempts = 1, .at = world.now()});
    CHECK(rows(world) == Rows{"ada bounced: 550 5.1.1 it cannot be"});
}
