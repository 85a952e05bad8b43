#include "wire/lmtp/server_machine.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::lmtp {
namespace {

bool is_help(std::string_view recipient)
{
    return ascii_lower(recipient).ends_with("@help.example") || recipient == "postmaster";
}

// What was said and delivered, one line each: "S 250 ...", "MAIL from > to,to: data".
std::vector<std::string>
converse(std::string_view input, std::size_t piece, std::vector<Verdict> verdicts = {})
{
    ServerMachine machine{"mx", is_help};
    std::vector<std::string> events;
    auto const collect = [&] {
        std::string const output = machine.take_output();
        for (auto const line : split(output, '\n'))
            if (!line.empty())
                events.push_back(fmt::format("S {}", trim(line)));
    };
    for (; !input.empty(); input.remove_prefix(std::min(piece, input.size()))) {
        machine.received(input.substr(0, piece));
        while (auto const mail = machine.take_message()) {
            collect();
            events.push_back(fmt::format(
                "MAIL {} > {}: {}", mail->from, fmt::join(mail->recipients, ","), mail->data));
            if (verdicts.empty())
                machine.answer(Verdict::stored);
            else
                machine.answer(verdicts);
        }
    }
    collect();
    if (machine.is_over())
        events.emplace_back("over");
    return events;
}

// "LHLO c/MAIL FROM:<a@b>/": a slash stands for CRLF.
std::string wire(std::string_view text)
{
    std::string bytes;
    for (char const c : text)
        bytes += c == '/' ? "\r\n" : std::string{c};
    return bytes;
}

// The first three digits of all that was said after the greeting, and the messages.
std::string codes(std::string_view text, std::vector<Verdict> verdicts = {})
{
    std::string all;
    auto const events = converse(wire(text), 10'000, std::move(verdicts));
    for (auto const& event : std::span{events}.subspan(1))
        all += (all.empty() ? "" : " ") + (event.starts_with("S ") ? event.substr(2, 3) : event);
    return all;
}

constexpr std::string_view hello_codes = "250 250 250 250 250 250";

TEST_CASE("ServerMachine takes a message and says 250 for each recipient")
{
    CHECK(
        converse(
            wire("LHLO c/MAIL FROM:<a@b> SIZE=9/RCPT TO:<x@help.example>/"
                 "RCPT TO:<y@help.example>/DATA/hi/../././QUIT/"),
            10'000) == std::vector<std::string>{
                           "S 220 mx LMTP", "S 250-mx", "S 250-PIPELINING", "S 250-8BITMIME",
                           "S 250-SMTPUTF8", "S 250-ENHANCEDSTATUSCODES", "S 250 SIZE 52428800",
                           "S 250 2.1.0 sender taken", "S 250 2.1.5 recipient taken",
                           "S 250 2.1.5 recipient taken", "S 354 end with CRLF.CRLF",
                           "MAIL a@b > x@help.example,y@help.example: hi\r\n.\r\n",
                           "S 250 2.1.5 stored", "S 250 2.1.5 stored",
                           "S 500 5.5.2 unknown command", "S 221 2.0.0 bye", "over"});
}

TEST_CASE("ServerMachine passes each recipient's verdict on")
{
    using enum Verdict;
    CHECK(
        codes(
            "LHLO c/MAIL FROM:<>/RCPT TO:<x@help.example>/RCPT TO:<y@help.example>/"
            "RCPT TO:<z@help.example>/RCPT TO:<z@help.example>/DATA/.//",
            {stored, try_again, full}) ==
        fmt::format(
            "{} 250 250 250 250 250 354 MAIL  > x@help.example,y@help.example,"
            "z@help.example,z@help.example:  250 451 452 451 500",
            hello_codes));
}

TEST_CASE("ServerMachine answers commands by the book")
{
    std::vector<std::pair<std::string, std::string>> const rows{
        {"NOOP/noop x/RSET/VRFY a/", "250 250 250 252"},
        {"HELO c/EHLO c/WHAT//", "500 500 500 500"},
        {"LHLO/LHLO  /", "501 501"},
        {"MAIL FROM:<a@b>/RCPT TO:<x@help.example>/DATA/", "503 503 503"},
        {"LHLO c/RCPT TO:<x@help.example>/DATA/", "503 503"},
        {"LHLO c/MAIL FROM:<a@b>/MAIL FROM:<a@b>/", "250 503"},
        {"LHLO c/MAIL FROM:<a@b>/DATA/RSET/RCPT TO:<x@help.example>/", "250 503 250 503"},
        {"LHLO c/MAIL FROM:<a@b>/RCPT TO:<x@other.example>/DATA/", "250 550 503"},
        {"LHLO c/mail from:<a@b> size=52428800 body=8bitmime/", "250"},
        {"LHLO c/MAIL FROM:<a@b> SIZE=52428801/", "552"},
        {"LHLO c/MAIL FROM:<a@b> SIZE=/MAIL FROM:<a@b> SIZE=1x/MAIL FROM:<a@b> RET=FULL/",
         "555 555 555"},
        {"LHLO c/MAIL FROM: <a@b>/MAIL <a@b>/MAIL/MAIL FROM:<a>/MAIL FROM:<postmaster>/",
         "501 501 501 501 501"},
        {"LHLO c/MAIL FROM:<a@b>/RCPT TO:<>/RCPT TO:<x@help.example> NOTIFY=NEVER/", "250 501 555"},
        {"LHLO c/MAIL FROM:<a@b>/RCPT TO:<postmaster>/DATA x/", "250 250 501"},
        {"LHLO c/MAIL FROM:<\xc3\xbc@b>/MAIL FROM:<\xc3\xbc@b> SMTPUTF8/"
         "RCPT TO:<\xc3\xbc@help.example>/",
         "553 250 250"},
        {"LHLO c/MAIL FROM:<a@b>/RCPT TO:<\xc3\xbc@help.example>/", "250 553"},
        {"QUIT/NOOP/", "221 over"},
    };
    for (auto const& [said, expected] : rows) {
        CAPTURE(said);
        auto const all =
            said.starts_with("LHLO c/") ? fmt::format("{} {}", hello_codes, expected) : expected;
        CHECK(codes(said) == all);
    }
}

TEST_CASE("ServerMachine takes a hundred recipients and not one more")
{
    std::string said = "LHLO c/MAIL FROM:<a@b>/";
    std::string expected = fmt::format("{} 250", hello_codes);
    for (std::size_t i = 0; i < ServerMachine::most_recipients; ++i) {
        said += "RCPT TO:<x@help.example>/";
        expected += " 250";
    }
    CHECK(codes(said + "RCPT TO:<x@help.example>/") == expected + " 452");
}

TEST_CASE("ServerMachine refuses a message with a bare CR or LF after reading it to its end")
{
    auto const envelope = wire("LHLO c/MAIL FROM:<a@b>/RCPT TO:<x@help.example>/DATA/");
    for (std::string const body :
         {"a\n.\nMAIL FROM:<evil@b>\n", "a\r\n.\nb\r\n", "a\r.\rb\r\n", "a\n.\r\nb\r\n"}) {
        auto const events = converse(envelope + body + "\r\n.\r\nQUIT\r\n", 10'000);
        REQUIRE(events.size() == 13);
        CHECK(events[10].starts_with("S 550 5.6.0"));
        CHECK(events[11] == "S 221 2.0.0 bye");
    }
}

TEST_CASE("ServerMachine refuses a command with a bare CR or LF, and the envelope with it")
{
    for (std::string const line : {"RCPT TO:<x@help.example>\nDATA", "NOOP\r\rNOOP", "\n"}) {
        auto const events = converse(
            wire("LHLO c/MAIL FROM:<a@b>/") + line + "\r\nRCPT TO:<x@help.example>\r\n", 10'000);
        REQUIRE(events.size() == 10);
        CHECK(events[8].starts_with("S 550 5.6.0"));
        CHECK(events[9].starts_with("S 503"));
    }
}

TEST_CASE("ServerMachine takes lines of a thousand bytes and skips longer ones")
{
    auto const line = [](std::size_t size) {
        return "NOOP " + std::string(size - 7, 'x') + "\r\n";
    };
    for (std::size_t const piece : {1U, 999U, 1000U, 1001U, 5000U}) {
        CAPTURE(piece);
        auto const events = converse(line(1000) + line(1001) + line(4000) + line(10), piece);
        CHECK(
            events == std::vector<std::string>{
                          "S 220 mx LMTP", "S 250 2.0.0 here", "S 500 5.5.2 line too long",
                          "S 500 5.5.2 line too long", "S 250 2.0.0 here"});
    }
}

TEST_CASE("ServerMachine hangs up on somebody who only makes mistakes")
{
    std::string said;
    for (int i = 0; i < ServerMachine::most_errors + 5; ++i)
        said += "EHLO c\r\n";
    auto const events = converse(said, 10'000);
    CHECK(events.size() == 1 + ServerMachine::most_errors + 1 + 2);
    CHECK(events[events.size() - 2].starts_with("S 421"));
    CHECK(events.back() == "over");
}

TEST_CASE("ServerMachine refuses a message beyond 50 MiB with 552 and goes on")
{
    ServerMachine machine{"mx", is_help};
    machine.received(wire("LHLO c/MAIL FROM:<a@b>/RCPT TO:<x@help.example>/DATA/"));
    std::string const line = std::string(99'998, 'x') + "\r\n";
    for (std::size_t sent = 0; sent <= ServerMachine::largest_message; sent += line.size())
        machine.received(line);
    CHECK(machine.held() == 0);
    static_cast<void>(machine.take_output());
    machine.received(".\r\nNOOP\r\n");
    CHECK(machine.take_output().starts_with("552 5.3.4"));
    CHECK_FALSE(machine.waits_for_answer());
}

TEST_CASE("ServerMachine refuses a message with 452 where there is no memory for it")
{
    ServerMachine machine{"mx", is_help};
    machine.received(wire("LHLO c/MAIL FROM:<a@b>/RCPT TO:<x@help.example>/DATA/some text"));
    CHECK(machine.held() == 9);
    machine.give_up_message();
    CHECK(machine.held() == 0);
    static_cast<void>(machine.take_output());
    machine.received("/.\r\n\r\n.\r\n");
    CHECK(machine.take_output().starts_with("452 4.3.1"));
}

TEST_CASE("ServerMachine says nothing about a message before its verdict, and then goes on")
{
    ServerMachine machine{"mx", is_help};
    machine.received(wire("LHLO c/MAIL FROM:<a@b>/RCPT TO:<x@help.example>/DATA/"));
    static_cast<void>(machine.take_output());
    machine.received("hi\r\n.\r\nNOOP\r\n");
    CHECK(machine.take_output().empty());
    CHECK(machine.waits_for_answer());
    machine.answer(Verdict::try_again);
    CHECK(machine.take_output() == "451 4.3.0 not now, try again\r\n250 2.0.0 here\r\n");
}

TEST_CASE("ServerMachine hears the same, wherever the bytes are cut")
{
    CHECK(rc::check([](std::vector<unsigned> const& picks, std::size_t piece) {
        constexpr std::array parts{
            "LHLO c\r\n",
            "MAIL FROM:<a@b>\r\n",
            "RCPT TO:<x@help.example>\r\n",
            "DATA\r\n",
            "hi\r\n",
            ".\r\n",
            "..\r\n",
            "\r",
            "\n",
            "RSET\r\n",
            "LHLO c\r\nMAIL FROM:<a@b>\r\nRCPT TO:<x@help.example>\r\nDATA\r\n"};
        std::string input;
        for (auto const pick : picks)
            input += parts[pick % parts.size()];
        RC_ASSERT(converse(input, 1 + piece % 40) == converse(input, 1'000'000));
    }));
}

}  // namespace
}  // namespace tellfirst::lmtp
