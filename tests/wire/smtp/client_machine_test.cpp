#include "wire/smtp/client_machine.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::smtp {
namespace {

// A conversation as it would be read in a book on SMTP. C: what we must say next (the lines that
// stand together are one write), S: what the relay says, X: the connection breaks, T: the TLS
// handshake succeeds, W n: it breaks after n bytes of what we wanted to write.
struct Conversation {
    std::string script;
    std::vector<std::string> outcomes = {};
    std::vector<std::uint64_t> returned = {};
    std::size_t messages = 1;
    ClientSettings settings = {};
    std::string body = "hi";
};

Outgoing message(std::uint64_t token, std::string_view body)
{
    return {
        .token = token, .from = "us@x", .to = fmt::format("c{}@y", token), .data = compile(body)};
}

std::string_view word(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::accepted:
        return "accepted";
    case Outcome::Kind::deferred:
        return "deferred";
    case Outcome::Kind::failed:
        return "failed";
    case Outcome::Kind::unknown:
        return "unknown";
    }
    return "";
}

// Plays one side of a Conversation against the machine.
class Player {
  public:
    Player(Conversation const& play, std::size_t piece)
        : machine_{play.settings}
        , left_{play.messages}
        , body_{play.body}
        , piece_{piece}
    {
    }

    void run(std::string_view script)
    {
        auto const lines = split(trim(script), '\n');
        for (std::size_t i = 0; i < lines.size(); ++i) {
            feed();
            auto const line = trim(lines[i]);
            auto const more =
                i + 1 < lines.size() && lines[i].substr(0, 2) == lines[i + 1].substr(0, 2);
            turn(line.substr(0, 1), line.size() > 3 ? line.substr(3) : "", more);
        }
        for (auto const& outcome : machine_.take_outcomes())
            outcomes.push_back(fmt::format(
                "{} {} {} {}", outcome.token, word(outcome.kind), outcome.code, outcome.text));
        for (auto const& back : machine_.take_returned())
            returned.push_back(back.token);
    }

    std::vector<std::string> outcomes;
    std::vector<std::uint64_t> returned;
    [[nodiscard]] ClientMachine const& machine() const { return machine_; }

  private:
    void feed()
    {
        for (; left_ > 0 && machine_.takes_messages(); --left_)
            machine_.offer(message(++token_, body_));
        if (left_ == 0)
            machine_.leave();
    }

    void turn(std::string_view who, std::string_view what, bool more)
    {
        together_ += what;
        if (who == "C" || who == "S")
            together_ += "\r\n";
        if (more)
            return;
        auto const text = std::exchange(together_, {});
        if (who == "C") {
            auto const output = machine_.output();
            CHECK(fmt::format("{}{}", output.body, output.commands) == text);
            machine_.wrote(output.size());
        } else if (who == "S") {
            CHECK(machine_.output().size() == 0);
            for (std::string_view rest = text; !rest.empty();
                 rest.remove_prefix(std::min(piece_, rest.size())))
                machine_.received(rest.substr(0, piece_));
        } else if (who == "W") {
            machine_.wrote(std::stoul(text));
            machine_.closed("broken");
        } else if (who == "T") {
            CHECK(machine_.wants() == ClientMachine::Wants::tls);
            machine_.tls_started();
        } else {
            machine_.closed("broken");
        }
    }

    ClientMachine machine_;
    std::size_t left_;
    std::string body_;
    std::size_t piece_;
    std::uint64_t token_ = 0;
    std::string together_;
};

void check(Conversation const& play)
{
    CAPTURE(play.script);
    for (std::size_t const piece : {1U, 3U, 10'000U}) {
        CAPTURE(piece);
        Player player{play, piece};
        player.run(play.script);
        CHECK(player.outcomes == play.outcomes);
        CHECK(player.returned == play.returned);
        CHECK(player.machine().wants() == ClientMachine::Wants::close);
    }
}

constexpr std::string_view hello = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250 PIPELINING
)";

std::string after_hello(std::string_view script)
{
    return fmt::format("{}{}", hello, trim(script));
}

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

TEST_CASE("ClientMachine starts TLS where it is offered and forgets what it heard before")
{
    check(
        {.script = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250-PIPELINING
S: 250 STARTTLS
C: STARTTLS
S: 220 go
T:
C: EHLO localhost
S: 250 relay
C: MAIL FROM:<us@x>
S: 421 bye)",
         .returned = {1}});
}

TEST_CASE("ClientMachine goes on in the clear where TLS is refused and was not required")
{
    auto const script = [](std::string_view rest) {
        return fmt::format(
            "S: 220 r\nC: EHLO localhost\nS: 250-r\nS: 250 STARTTLS\nC: STARTTLS\n{}", rest);
    };
    check({.script = script("S: 454 not now\nC: QUIT\nS: 221 bye"), .messages = 0});
    check(
        {.script = script("S: 454 not now"),
         .messages = 0,
         .settings = {.starttls = StartTls::required}});
}

TEST_CASE("ClientMachine gives up where TLS is required and cannot be had")
{
    ClientMachine machine{{.starttls = StartTls::required}};
    machine.received("220 relay\r\n");
    machine.wrote(machine.output().size());
    machine.received("250 relay\r\n");
    CHECK(machine.wants() == ClientMachine::Wants::close);
    REQUIRE(machine.trouble());
    CHECK(machine.trouble()->text == "the relay offers no TLS");
}

TEST_CASE("ClientMachine refuses bytes that were slipped in behind the answer to STARTTLS")
{
    ClientMachine machine{{}};
    machine.received("220 relay\r\n");
    machine.wrote(machine.output().size());
    machine.received("250-relay\r\n250 STARTTLS\r\n");
    machine.wrote(machine.output().size());
    machine.received("220 go\r\n250 PIPELINING\r\n");
    CHECK(machine.wants() == ClientMachine::Wants::close);
}

TEST_CASE("ClientMachine signs in with PLAIN, else with LOGIN")
{
    ClientSettings const known{.trusted_wire = true, .credentials = Credentials{"me", "pw"}};
    check(
        {.script = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250 AUTH LOGIN PLAIN
C: AUTH PLAIN AG1lAHB3
S: 235 welcome
C: QUIT
S: 221 bye)",
         .messages = 0,
         .settings = known});
    check(
        {.script = R"(
S: 220 relay
C: EHLO localhost
S: 250-relay
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: bWU=
S: 334 UGFzc3dvcmQ6
C: cHc=
S: 535 5.7.8 no)",
         .messages = 0,
         .settings = known});
}

TEST_CASE("ClientMachine never sends a password in the clear")
{
    ClientMachine machine{{.credentials = Credentials{"me", "pw"}}};
    machine.received("220 relay\r\n");
    machine.wrote(machine.output().size());
    machine.received("250-relay\r\n250 AUTH PLAIN\r\n");
    CHECK(machine.wants() == ClientMachine::Wants::close);
    CHECK(machine.output().size() == 0);
}

TEST_CASE("ClientMachine says size, eight bits and UTF-8 where the relay understands them")
{
    ClientMachine machine{{}};
    machine.received("220 relay\r\n");
    machine.wrote(machine.output().size());
    machine.received("250-relay\r\n250-SIZE 100\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n");
    machine.offer({.token = 1, .from = "", .to = "j\xc3\xbc@y", .data = "\xc3\xbc\r\n"});
    CHECK(machine.output().commands == "MAIL FROM:<> SIZE=4 BODY=8BITMIME SMTPUTF8\r\n");
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

TEST_CASE("ClientMachine ends where the relay does not speak SMTP, and returns everything")
{
    for (auto const* greeting : {"S: SSH-2.0-OpenSSH_9.2", "S: 554 go away", "S: 354 go", "X:"})
        check({.script = greeting, .messages = 0});
    check(
        {.script = after_hello("C: MAIL FROM:<us@x>\nC: RCPT TO:<c1@y>\nC: DATA\nS: 250 ok\nS: ??"),
         .returned = {1}});
    check(
        {.script = after_hello(R"(
C: MAIL FROM:<us@x>
C: RCPT TO:<c1@y>
C: DATA
S: 250 ok
S: 250 ok
S: 250 ok)"),
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
