#include "wire/smtp/client_machine.hpp"

#include "wire/smtp/conversation.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::smtp {
namespace {

TEST_CASE("ClientMachine sends the end of one message and the envelope of the next in one write")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: DATA
S: 250 2.0.0 queued as A1
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
S: 250 2.0.0 queued as A2
C: QUIT
S: 221 bye)"),
         .outcomes = {"1 accepted 250 2.0.0 queued as A1", "2 accepted 250 2.0.0 queued as A2"},
         .messages = 2});
}

constexpr std::string_view hello_with_chunks = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250-PIPELINING
S: 250 CHUNKING
)";

TEST_CASE("ClientMachine waits for no answer where the relay takes chunks, up to its window")
{
    check(
        {.script = fmt::format("{}{}", hello_with_chunks, R"(C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: BDAT 4 LAST
C: hi
-
C: RSET
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: BDAT 4 LAST
C: hi
S: 250 ok
S: 250 ok
S: 250 2.0.0 queued as A1
C: RSET
C: MAIL FROM:<us@x>
C: RCPT TO:<c3@y>
C: BDAT 4 LAST
C: hi
S: 250 ok
S: 250 ok
S: 550 5.1.1 nobody
S: 503 no recipient
S: 250 ok
S: 250 ok
S: 250 ok
S: 250 2.0.0 queued as A3
C: QUIT
S: 221 bye)"),
         .outcomes =
             {"1 accepted 250 2.0.0 queued as A1", "2 failed 550 5.1.1 nobody",
              "3 accepted 250 2.0.0 queued as A3"},
         .messages = 3,
         .settings = {.window = 2}});
}

TEST_CASE("ClientMachine sends a chunk as long as it says, with its dots single")
{
    check(
        {.script = fmt::format("{}{}", hello_with_chunks, R"(C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: BDAT 9 LAST
C: .
C: ..hi
S: 250 ok
S: 250 ok
S: 250 ok
C: QUIT
S: 221 bye)"),
         .outcomes = {"1 accepted 250 ok"},
         .body = ".\n..hi"});
}

TEST_CASE("ClientMachine knows of each chunk under way what became of it when the relay closes")
{
    auto const begin = fmt::format("{}{}", hello_with_chunks, R"(C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: BDAT 4 LAST
C: hi
-
C: RSET
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: BDAT 4 LAST
C: hi
S: 250 ok
S: 250 ok
)");
    check(
        {.script = begin + "S: 421 no more",
         .outcomes = {"1 deferred 421 no more"},
         .returned = {2},
         .messages = 2});
    check(
        {.script = begin + "X:",
         .outcomes = {"1 unknown 0 broken", "2 unknown 0 broken"},
         .messages = 2});
    check(
        {.script = begin + "S: 250 ok\nX:",
         .outcomes = {"1 accepted 250 ok", "2 unknown 0 broken"},
         .messages = 2});
}

TEST_CASE("ClientMachine goes in lock-step where the relay offers no PIPELINING")
{
    check(
        {.script = R"(
S: 220 relay
C: EHLO localhost
S: 502 what?
C: HELO localhost
S: 250 relay
C: MAIL FROM:<us@x>
S: 250 ok
C: RCPT TO:<c1@y>
S: 550 5.1.1 nobody
C: RSET
S: 250 ok
C: MAIL FROM:<us@x>
S: 250 ok
C: RCPT TO:<c2@y>
S: 251 will forward
C: DATA
S: 354 go
C: hi
C: .
S: 250 ok
C: QUIT
S: 221 bye)",
         .outcomes = {"1 failed 550 5.1.1 nobody", "2 accepted 250 ok"},
         .messages = 2});
}

TEST_CASE("ClientMachine answers the 354 after a refused recipient with a lone dot")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 550 5.1.1 nobody
S: 354 go
C: .
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: DATA
S: 250 empty message queued
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
S: 250 ok
C: QUIT
S: 221 bye)"),
         .outcomes = {"1 failed 550 5.1.1 nobody", "2 accepted 250 ok"},
         .messages = 2});
}

TEST_CASE("ClientMachine resets an envelope that DATA did not accept")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 450 4.2.0 greylisted
S: 554 no valid recipients
C: RSET
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: DATA
S: 250 ok
S: 250 ok
S: 250 ok
S: 451 4.3.0 no room
C: QUIT
S: 221 bye)"),
         .outcomes = {"1 deferred 450 4.2.0 greylisted", "2 deferred 451 4.3.0 no room"},
         .messages = 2});
}

TEST_CASE("ClientMachine reports a refused body as failed or deferred by its code")
{
    for (auto const& [reply, outcome] :
         {std::pair{"554 5.7.1 spam", "1 failed 554 5.7.1 spam"},
          std::pair{"452 4.3.1 full", "1 deferred 452 4.3.1 full"}})
        check(
            {.script = after_hello(fmt::format(
                 R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
S: {}
C: QUIT
S: 221 bye)",
                 reply)),
             .outcomes = {outcome}});
}

TEST_CASE("ClientMachine takes 530 as a fault of ours and not of the message")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 530 5.7.0 sign in
S: 503 no
S: 503 no
C: QUIT
S: 221 bye)"),
         .outcomes = {"1 deferred 530 5.7.0 sign in"}});
}

TEST_CASE("ClientMachine gives back what a 421 in mid-group left unanswered")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: DATA
S: 250 ok
S: 421 too busy)"),
         .outcomes = {"1 accepted 250 ok"},
         .returned = {2, 3},
         .messages = 3});
}

TEST_CASE("ClientMachine defers the message whose body was answered with 421")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
C: MAIL FROM:<us@x>
C: RCPT TO:<c2@y>
C: DATA
S: 421 4.4.2 shutting down)"),
         .outcomes = {"1 deferred 421 4.4.2 shutting down"},
         .returned = {2},
         .messages = 2});
}

TEST_CASE("ClientMachine knows nothing of a message that was wholly sent and never answered")
{
    auto const broken = [](std::string_view how) {
        return after_hello(fmt::format(
            R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
{})",
            how));
    };
    std::string_view const group = "C: hi\nC: .\nC: MAIL FROM:<us@x>\nC: RCPT TO:<c2@y>\nC: DATA\n";

    check(
        {.script = broken(fmt::format("{}X:", group)),
         .outcomes = {"1 unknown 0 broken"},
         .returned = {2},
         .messages = 2});
    // "hi" CRLF "." CRLF are seven bytes: with six the relay cannot have taken it.
    check(
        {.script = broken("W: 7"),
         .outcomes = {"1 unknown 0 broken"},
         .returned = {2},
         .messages = 2});
    check({.script = broken("W: 6"), .returned = {1, 2}, .messages = 2});
    check({.script = broken("X:"), .returned = {1, 2}, .messages = 2});
}

TEST_CASE("ClientMachine keeps the outcome of a refused recipient when the connection breaks")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 550 nobody
S: 354 go
X:)"),
         .outcomes = {"1 failed 550 nobody"}});
}

TEST_CASE("ClientMachine says QUIT after the agreed number of messages")
{
    Conversation const play{
        .script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
C: hi
C: .
S: 250 ok
C: QUIT
X:)"),
        .outcomes = {"1 accepted 250 ok"},
        .messages = 5,
        .settings = {.most_messages = 1}};
    check(play);
}

TEST_CASE("ClientMachine fails at once what the relay could not take or what would break out")
{
    ClientMachine machine{{}};
    machine.received("220 relay\r\n");
    machine.wrote(machine.output().size());
    machine.received("250-relay\r\n250-SIZE 100\r\n250 PIPELINING\r\n");
    machine.offer({1, "us@x", "c@y", compile(std::string(200, 'x'))});
    machine.offer({2, "us@x", "j\xc3\xbc@y", compile("hi")});
    machine.offer({3, "us@x", "c@y>\r\nRCPT TO:<d@z", compile("hi")});
    machine.offer({4, "us@x", "c@y", "a\r\n.\r\nMAIL FROM:<evil@x>\r\n"});
    machine.offer({5, "us@x", "", compile("hi")});
    CHECK(machine.wants() == ClientMachine::Wants::messages);
    std::vector<int> codes;
    for (auto const& outcome : machine.take_outcomes()) {
        CHECK(outcome.kind == Outcome::Kind::failed);
        codes.push_back(outcome.code);
    }
    CHECK(codes == std::vector{552, 553, 501, 554, 501});
}

TEST_CASE("ClientMachine does not believe an answer to what it has not yet said")
{
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 354 go
S: 250 I have it already)"),
         .returned = {1}});
}

// A relay that answers each command by the next of `moods`, and closes when there are none left.
TEST_CASE("ClientMachine gives each message exactly one outcome or gives it back, whatever comes")
{
    CHECK(rc::check([](std::vector<unsigned> const& moods, std::vector<unsigned> const& pieces) {
        constexpr std::array answers{"250 ok\r\n",  "250 ok\r\n",  "354 go\r\n",
                                     "250 ok\r\n",  "550 no\r\n",  "451 later\r\n",
                                     "421 bye\r\n", "garbage\r\n", "250-a\r\n250 PIPELINING\r\n"};
        ClientMachine machine{{.most_messages = 7}};
        machine.received("220 relay\r\n");
        std::uint64_t offered = 0;
        std::map<std::uint64_t, int> seen;
        std::size_t piece = 0;
        for (auto const mood : moods) {
            while (machine.takes_messages() && offered < 9)
                machine.offer(message(++offered, "hi"));
            machine.wrote(machine.output().size());
            std::string_view rest = answers[mood % answers.size()];
            while (!rest.empty()) {
                auto const size =
                    pieces.empty() ? rest.size() : 1 + pieces[piece++ % pieces.size()] % 9;
                machine.received(rest.substr(0, size));
                rest.remove_prefix(std::min<std::size_t>(size, rest.size()));
            }
            for (auto const& outcome : machine.take_outcomes())
                ++seen[outcome.token];
        }
        machine.closed("done");
        for (auto const& outcome : machine.take_outcomes())
            ++seen[outcome.token];
        for (auto const& back : machine.take_returned())
            ++seen[back.token];
        RC_ASSERT(seen.size() == offered);
        for (auto const& [token, times] : seen)
            RC_ASSERT(times == 1);
    }));
}

}  // namespace
}  // namespace tellfirst::smtp
