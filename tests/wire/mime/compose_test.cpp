#include "wire/mime/compose.hpp"

#include "kernel/text.hpp"
#include "wire/mime/parse.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::mime {
namespace {

std::string filled(Draft const& draft, std::vector<std::string> const& values = {})
{
    auto const made = compile(draft);
    REQUIRE(made.has_value());
    return made->fill(values);
}

std::string refused(Draft const& draft)
{
    auto const made = compile(draft);
    REQUIRE(made.has_error());
    return made.error().code;
}

TEST_CASE("compile: a plain message of one part is readable as it is")
{
    CHECK(
        filled({.headers = {{"Subject", "Hi"}}, .text = "Hello\nthere"}) ==
        "Subject: Hi\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 7bit\r\n\r\nHello\r\nthere\r\n");
}

TEST_CASE("compile: the HTML twin follows the text in a multipart/alternative")
{
    auto const message = filled({.headers = {}, .text = "Hello", .html = "<p>Héllo</p>"});
    auto const text = message.find("Content-Type: text/plain");
    auto const html = message.find("Content-Type: text/html");
    CHECK(message.contains("multipart/alternative"));
    CHECK(message.contains("<p>H=C3=A9llo</p>"));
    CHECK(text < html);
}

TEST_CASE("compile: slots are named once, in the order in which they appear")
{
    auto const made = compile(
        {.headers = {{"To", "{{to}}"}, {"Subject", "{{what}} is down"}},
         .text = "{{what}}, {{name}}"});
    REQUIRE(made.has_value());
    CHECK(made->slots() == std::vector<std::string>{"to", "what", "name"});
}

TEST_CASE("compile: refuses what would break the message")
{
    CHECK(refused({.headers = {{"Sub ject", "x"}}, .text = ""}) == "mime.bad_header_name");
    CHECK(refused({.headers = {{"", "x"}}, .text = ""}) == "mime.bad_header_name");
    CHECK(refused({.headers = {{"Subject", "x\r\nBcc: y"}}, .text = ""}) == "mime.bad_header");
    CHECK(refused({.headers = {{"Subject", {"x\0y", 3}}}, .text = ""}) == "mime.bad_header");
    CHECK(refused({.headers = {{"Content-Type", "x"}}, .text = ""}) == "mime.reserved_header");
    CHECK(refused({.headers = {}, .text = "{{open"}) == "mime.bad_slot");
    CHECK(refused({.headers = {}, .text = "{{Bad Name}}"}) == "mime.bad_slot");
    CHECK(refused({.headers = {}, .text = "", .html = "{{}}"}) == "mime.bad_slot");
}

TEST_CASE("literal: braces that a customer wrote stay braces")
{
    for (std::string const text : {"{{name}}", "{", "{{", "{{{", "{{{{", "a{{{b}}}"}) {
        auto const message = filled({.headers = {}, .text = literal(text) + "{{x}}"}, {"!"});
        CHECK_MESSAGE(message.ends_with("\r\n\r\n" + text + "!\r\n"), message);
    }
}

TEST_CASE("fill: a value is made safe for where it stands")
{
    auto const message = filled(
        {.headers = {{"Subject", "For {{name}}"}},
         .text = "Dear {{name}},",
         .html = "<p>Dear {{name}},</p>"},
        {"<Bo>\r\nBcc: x@y.test"});
    CHECK(message.contains("Subject: For <Bo> Bcc: x@y.test\r\n"));
    CHECK(message.contains("Dear <Bo>\r\nBcc: x@y.test,\r\n"));
    CHECK(message.contains("<p>Dear &lt;Bo&gt;\r\nBcc: x@y.test,</p>\r\n"));
}

TEST_CASE("fill: a header with a foreign name in it is encoded as a whole")
{
    auto const message =
        filled({.headers = {{"Subject", "{{name}}s Plan"}}, .text = "x"}, {"Jürgen"});
    CHECK(message.starts_with("Subject: =?utf-8?q?J=C3=BCrgens_Plan?=\r\n"));
}

TEST_CASE("fill: no line is wider than 76 columns whatever the length of a value")
{
    auto const made = compile({.headers = {}, .text = "Dear {{name}}, your {{what}} is ready.\n"});
    REQUIRE(made.has_value());
    for (std::size_t length = 0; length < 200; ++length) {
        std::vector<std::string> const values{std::string(length, 'n'), std::string(length, '=')};
        auto const message = made->fill(values);
        std::string_view rest{message};
        while (!rest.empty()) {
            auto const end = rest.find("\r\n");
            CHECK(end <= 76);
            rest.remove_prefix(end + 2);
        }
    }
}

TEST_CASE("fill: the wrong number of values is a bug of the caller")
{
    auto const made = compile({.headers = {}, .text = "{{a}}"});
    CHECK_THROWS_AS((void)made->fill({}), std::invalid_argument);
}

// Any text of a few scripts, with the characters that are special somewhere in a mail.
rc::Gen<std::string> any_text()
{
    auto const piece = rc::gen::element<std::string>(
        "a", "word", " ", "  ", "=", "=?", "?=", "_", "\"", "\\", "<", ">", ",", ";", ":", "(", ")",
        "@", ".", "{", "{{", "}}", "&", "ö", "ß", "€", "日本", "😀", "Привет", "e\xcc\x81",
        "a long run of words that fills a line");
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(piece),
        [](std::vector<std::string> const& pieces) {
            std::string text;
            for (auto const& each : pieces)
                text += each;
            return text;
        });
}

rc::Gen<std::string> any_lines()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(any_text()),
        [](std::vector<std::string> const& lines) {
            std::string text;
            for (auto const& each : lines)
                text += each + "\n";
            return text;
        });
}

bool has_bare_line_end(std::string_view message)
{
    for (std::size_t i = 0; i < message.size(); ++i) {
        bool const ends = message[i] == '\r' && i + 1 < message.size() && message[i + 1] == '\n';
        if (ends)
            ++i;
        else if (message[i] == '\r' || message[i] == '\n')
            return true;
    }
    return false;
}

TEST_CASE("fill: what was composed is what is read")
{
    CHECK(rc::check([] {
        auto const subject = *any_text();
        auto const name = *any_text();
        auto const text = *any_lines();
        auto const html = *any_lines();
        auto const value = *any_text();
        Draft const draft{
            .headers =
                {{"Subject", "{{subject}}"},
                 {"To", "{{to}}"},
                 {"From", literal(format_address(name, *Email::parse("a@b.test")))}},
            .text = literal(text) + "{{value}}\n" + literal(text),
            .html = "<p>" + literal(html) + "{{value}}</p>"};
        auto const made = compile(draft);
        RC_ASSERT(made.has_value());
        auto const to = format_address(value, *Email::parse("c@d.test"));
        auto const message = made->fill(std::vector{subject, to, value});
        auto const mail = parse(message);

        RC_ASSERT(!has_bare_line_end(message));
        RC_ASSERT(mail.subject == trim(subject));
        RC_ASSERT((mail.from == std::vector<Address>{{std::string{trim(name)}, "a@b.test"}}));
        RC_ASSERT((mail.to == std::vector<Address>{{std::string{trim(value)}, "c@d.test"}}));
        RC_ASSERT(mail.body_text == text + value + "\n" + text);
        RC_ASSERT(mail.body_html == "<p>" + html + escape_html(value) + "</p>\n");
    }));
}

}  // namespace
}  // namespace tellfirst::mime
