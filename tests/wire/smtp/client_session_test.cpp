#include "wire/smtp/client_machine.hpp"

#include "wire/smtp/conversation.hpp"

#include <doctest/doctest.h>

namespace tellfirst::smtp {
namespace {

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

TEST_CASE("ClientMachine signs in by XOAUTH2 where it has a token")
{
    ClientSettings const known{
        .trusted_wire = true,
        .credentials = Credentials{"me", "", "/run/token"},
        .access_token = "abc"};
    auto const script = [](std::string_view rest) {
        return fmt::format(
            "S: 220 r\nC: EHLO localhost\nS: 250-r\nS: 250 AUTH PLAIN XOAUTH2\n"
            "C: AUTH XOAUTH2 dXNlcj1tZQFhdXRoPUJlYXJlciBhYmMBAQ==\n{}",
            rest);
    };
    check({.script = script("S: 235 ok\nC: QUIT\nS: 221 bye"), .messages = 0, .settings = known});
    check(
        {.script = script("S: 334 eyJzdGF0dXMiOiI0MDEifQ==\nC: \nS: 535 5.7.8 expired"),
         .messages = 0,
         .settings = known});
}

TEST_CASE("ClientMachine with a token says what lacks where it cannot sign in by it")
{
    for (auto const& [token, offer, why] :
         {std::tuple{"", "XOAUTH2", "there is no access token in the token_file of the relay"},
          std::tuple{
              "abc", "PLAIN", "the relay offers no XOAUTH2, by which we sign in with a token"}}) {
        ClientMachine machine{
            {.trusted_wire = true,
             .credentials = Credentials{"me", "", "/run/token"},
             .access_token = token}};
        machine.received("220 relay\r\n");
        machine.wrote(machine.output().size());
        machine.received(fmt::format("250-relay\r\n250 AUTH {}\r\n", offer));
        REQUIRE(machine.trouble());
        CHECK(machine.trouble()->text == why);
    }
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
    CHECK(machine.output().tail == "MAIL FROM:<> SIZE=4 BODY=8BITMIME SMTPUTF8\r\n");
}

TEST_CASE("ClientMachine asks for UTF-8 where a header needs it, and fails that mail without it")
{
    for (auto const& [offer, data, said, fails] :
         {std::tuple{"250-SMTPUTF8\r\n", "To: j\xc3\xbc@y\r\n\r\nhi\r\n", " SMTPUTF8", false},
          std::tuple{"250-SMTPUTF8\r\n", "To: j@y\r\n\r\nh\xc3\xbc\r\n", "", false},
          std::tuple{"", "To: j@y\r\n\r\nh\xc3\xbc\r\n", "", false},
          std::tuple{"", "To: j\xc3\xbc@y\r\n\r\nhi\r\n", "", true}}) {
        CAPTURE(data);
        ClientMachine machine{{}};
        machine.received("220 relay\r\n");
        machine.wrote(machine.output().size());
        machine.received(fmt::format("250-relay\r\n{}250 HELP\r\n", offer));
        machine.offer({.token = 1, .from = "us@x", .to = "c@y", .data = data});
        auto const outcomes = machine.take_outcomes();
        CHECK(outcomes.size() == (fails ? 1 : 0));
        if (fails)
            CHECK(
                outcomes[0] == Outcome{
                                   .token = 1,
                                   .kind = Outcome::Kind::failed,
                                   .code = 553,
                                   .enhanced = "5.6.7",
                                   .text = "5.6.7 the relay takes no address outside ASCII"});
        else
            CHECK(machine.output().tail == fmt::format("MAIL FROM:<us@x>{}\r\n", said));
    }
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

}  // namespace
}  // namespace tellfirst::smtp
