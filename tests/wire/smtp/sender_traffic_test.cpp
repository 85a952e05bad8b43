// Several relays, receivers of all kinds, and many mails under way at once.
#include "wire/smtp/ledger.hpp"
#include "wire/smtp/sender.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <memory>

namespace tellfirst::smtp {
namespace {

std::vector<Relay> both(FakeRelay const& first, FakeRelay const& second)
{
    return {to(first.port()).front(), to(second.port()).front()};
}

bool took_each_once(std::vector<FakeRelay const*> const& relays, std::size_t messages)
{
    std::map<std::string, int> taken;
    for (auto const* const relay : relays)
        for (auto const& [recipient, times] : relay->taken())
            taken[recipient] += times;
    return taken.size() == messages &&
           std::ranges::all_of(taken, [](auto const& entry) { return entry.second == 1; });
}

TEST_CASE("Sender uses the next relay while the first cannot be reached, and then the first again")
{
    auto first = std::make_unique<FakeRelay>();
    FakeRelay const second;
    Ledger ledger{50};
    auto const relays = both(*first, second);
    auto const port = first->port();
    first.reset();
    Sender sender{
        relays,
        {.connections = 2,
         .messages_a_connection = 5,
         .first_backoff = 20ms,
         .longest_backoff = 40ms},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(50));
    CHECK(ledger.count(Kind::accepted) == 50);
    CHECK(took_each_once({&second}, 50));

    first = std::make_unique<FakeRelay>(FakeRelay::Hook{}, FakeRelay::Tls::none, port);
    std::size_t sent = 50;
    for (int round = 0; first->taken().empty(); ++round) {
        REQUIRE(round < 1000);
        ledger.add(10);
        sender.kick();
        REQUIRE(ledger.has(sent += 10));
    }
    sender.stop(5s);
    CHECK(ledger.count(Kind::accepted) == sent);
    CHECK(ledger.each_once());
    CHECK(took_each_once({first.get(), &second}, sent));
}

TEST_CASE("Sender leaves a relay that answers 421 in mid-group and then at once for the next one")
{
    FakeRelay const first{[](int connection, std::string const& command) {
        return (connection == 1 && command == "RCPT TO:<c3@y>") ||
                       (connection > 1 && command == "CONNECT")
                   ? "421 4.3.2 closing down"
                   : "";
    }};
    FakeRelay const second;
    Ledger ledger{20};
    Sender sender{
        both(first, second),
        {.connections = 1, .first_backoff = 60s, .longest_backoff = 60s},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(20));
    sender.stop(5s);
    CHECK(ledger.count(Kind::accepted) == 20);
    CHECK(ledger.each_once());
    CHECK(first.taken().size() == 2);
    CHECK(took_each_once({&first, &second}, 20));
}

TEST_CASE("Sender leaves a relay that does not greet, or falls silent, for the next one")
{
    for (std::string const last_heard : {"CONNECT", "RCPT TO:<c3@y>"}) {
        CAPTURE(last_heard);
        FakeRelay const first{[last_heard](int connection, std::string const& command) {
            return connection > 1 || command == last_heard ? "silence" : "";
        }};
        FakeRelay const second;
        Ledger ledger{20};
        Sender sender{
            both(first, second),
            {.connections = 1,
             .connect_within = 100ms,
             .silent_within = 100ms,
             .first_backoff = 60s,
             .longest_backoff = 60s},
            ledger.pull(),
            ledger.report()};
        sender.kick();
        REQUIRE(ledger.has(20));
        sender.stop(5s);
        CHECK(ledger.count(Kind::accepted) == 20);
        CHECK(took_each_once({&first, &second}, 20));
    }
}

TEST_CASE("Sender defers only when no relay is left")
{
    auto const refuse = [](int, std::string const& command) {
        return command == "CONNECT" ? "421 4.3.2 not today" : "";
    };
    FakeRelay const first{refuse};
    FakeRelay const second{refuse};
    Ledger ledger{3};
    Sender sender{
        both(first, second),
        {.connections = 1, .first_backoff = 20ms},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(3));
    sender.stop(1s);
    CHECK(ledger.count(Kind::deferred) == 3);
    CHECK(first.connections() >= 1);
    CHECK(second.connections() >= 1);
}

TEST_CASE("Sender takes a 421 to one domain's mail for that domain's, and sends all other mail")
{
    FakeRelay const relay{[](int, std::string const& command) {
        return command.starts_with("RCPT") && command.ends_with("@busy>") ? "421 4.7.0 slowly" : "";
    }};
    Ledger ledger;
    ledger.add(1, "busy");
    ledger.add(20, "other");
    ledger.add(1, "busy");
    ledger.add(20, "other");
    // A pause of a minute would be longer than this test waits.
    Sender sender{
        to(relay.port()),
        {.connections = 1, .first_backoff = 60s, .longest_backoff = 60s},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(42));
    sender.stop(5s);
    CHECK(ledger.count(Kind::accepted) == 40);
    CHECK(ledger.each_once());
}

TEST_CASE("Sender puts a mail off at which the relay closes without a word, and sends all others")
{
    FakeRelay const relay{
        [](int, std::string const& command) { return command == "RCPT TO:<c1@y>" ? "close" : ""; }};
    Ledger ledger{20};
    Sender sender{
        to(relay.port()),
        {.connections = 1, .first_backoff = 1ms, .longest_backoff = 1ms},
        ledger.pull(),
        ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(20));
    // The first time it may have been the relay's own trouble: all come again, uncounted.
    CHECK(ledger.count(Kind::accepted) < 20);
    for (auto const& outcome : ledger.outcomes())
        CHECK((outcome.kind == Kind::accepted || outcome.code == 0));
    ledger.add_again(1);
    ledger.add(20);
    sender.kick();
    REQUIRE(ledger.has(41));
    sender.stop(5s);
    auto const outcomes = ledger.outcomes();
    CHECK(std::ranges::count(outcomes, 421, &Outcome::code) == 1);
    CHECK(ledger.each_once());
}

TEST_CASE("Sender counts no try where the relay turns it away at the door")
{
    FakeRelay const relay{[](int, std::string const& command) {
        return command == "CONNECT" ? "554 5.7.1 not you" : "";
    }};
    Ledger ledger{1};
    Sender sender{to(relay.port()), one_connection, ledger.pull(), ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(1));
    CHECK(ledger.outcomes().front().kind == Kind::deferred);
    CHECK(ledger.outcomes().front().code == 0);
    CHECK(ledger.outcomes().front().text == "554 5.7.1 not you");
}

TEST_CASE("Sender holds the mail of a domain that gives no answer, and sends all other mail")
{
    FakeRelay const relay{[](int, std::string const& command) {
        return command.starts_with("RCPT") && command.ends_with("@stuck>") ? "silence" : "";
    }};
    Ledger ledger;
    ledger.add(1, "other");
    ledger.add(100, "stuck");
    ledger.add(100, "other");
    Sender sender{to(relay.port()), {.connections = 3}, ledger.pull(), ledger.report()};
    sender.kick();
    // Two connections are stuck with two each; the rest of that domain is held after two seconds.
    REQUIRE(ledger.has(197));
    CHECK(ledger.count(Kind::accepted) == 101);
    CHECK(ledger.count(Kind::held) >= 96);
}

TEST_CASE("Sender opens others in place of connections that domains without an answer keep")
{
    FakeRelay const relay{[](int, std::string const& command) {
        bool const is_stuck = command.ends_with("@one>") || command.ends_with("@two>");
        return command.starts_with("RCPT") && is_stuck ? "silence" : "";
    }};
    Ledger ledger;
    ledger.add(2, "one");
    ledger.add(2, "two");
    ledger.add(10, "other");
    Sender sender{to(relay.port()), {.connections = 2}, ledger.pull(), ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(10));
    CHECK(ledger.count(Kind::accepted) == 10);
    CHECK(relay.connections() > 2);
}

FakeRelay::Hook takes_chunks(FakeRelay::Hook more = {})
{
    return [more = std::move(more)](int connection, std::string const& command) -> std::string {
        if (command.starts_with("EHLO"))
            return "250-relay\r\n250-PIPELINING\r\n250 CHUNKING";
        return more ? more(connection, command) : "";
    };
}

TEST_CASE("Sender sends by BDAT what it was given, without the doubled dots, each once")
{
    FakeRelay relay{takes_chunks()};
    Ledger ledger{500};
    send_all(relay, ledger, 500, {.connections = 2, .messages_a_connection = 20});
    CHECK(ledger.count(Kind::accepted) == 500);
    CHECK(took_each_once({&relay}, 500));
    CHECK(relay.last_data() == "hi\r\n.\r\nthere\r\n");
    CHECK(relay.hears("BDAT 14 LAST"));
    CHECK_FALSE(relay.has_heard("DATA"));
}

TEST_CASE("Sender goes on after a refused recipient whose body it has sent by BDAT already")
{
    FakeRelay relay{takes_chunks([](int, std::string const& command) {
        return command == "RCPT TO:<c3@y>" || command == "RCPT TO:<c20@y>" ? "550 5.1.1 nobody"
                                                                           : "";
    })};
    Ledger ledger{20};
    send_all(relay, ledger, 20);
    CHECK(ledger.count(Kind::accepted) == 18);
    CHECK(ledger.count(Kind::failed) == 2);
    CHECK(relay.connections() == 1);
}

TEST_CASE("Sender reports as unknown at most one window where a connection with BDAT breaks")
{
    std::atomic<int> ends = 0;
    FakeRelay relay{takes_chunks([&](int, std::string const& command) {
        return command == "." && ++ends == 3 ? "close" : "";
    })};
    Ledger ledger{30};
    send_all(relay, ledger, 30);
    auto const unknown = ledger.count(Kind::unknown);
    CHECK(unknown >= 1);
    CHECK(unknown <= ClientSettings{}.window);
    CHECK(ledger.count(Kind::accepted) == 30 - unknown);
}

}  // namespace
}  // namespace tellfirst::smtp
