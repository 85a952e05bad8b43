#include "wire/mime/encode.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

Email email(std::string_view text)
{
    return *Email::parse(text);
}

std::string header(std::string_view name, std::string_view text)
{
    std::string line;
    append_header(line, name, text);
    return line;
}

std::size_t widest_line(std::string_view message)
{
    std::size_t widest = 0;
    while (!message.empty()) {
        auto const end = std::min(message.find("\r\n"), message.size());
        widest = std::max(widest, end);
        message.remove_prefix(std::min(end + 2, message.size()));
    }
    return widest;
}

TEST_CASE("format_address: a name is written as atoms, quoted or encoded as it needs")
{
    CHECK(format_address("", email("a@b.test")) == "a@b.test");
    CHECK(format_address("a@b.test", email("a@b.test")) == "a@b.test");
    CHECK(format_address("Anna Lee", email("a@b.test")) == "Anna Lee <a@b.test>");
    CHECK(
        format_address("Lee, Anna \"A\"", email("a@b.test")) == R"("Lee, Anna \"A\"" <a@b.test>)");
    CHECK(
        format_address("Anna Müller", email("a@b.test")) ==
        "=?utf-8?q?Anna_M=C3=BCller?= <a@b.test>");
}

TEST_CASE("format_address: a name cannot begin a header of its own")
{
    CHECK(
        format_address("A\r\nBcc: x@y.test", email("a@b.test")) ==
        "\"A Bcc: x@y.test\" <a@b.test>");
}

TEST_CASE("format_date: is the date of RFC 5322 in UTC")
{
    CHECK(
        format_date(*parse_rfc3339("2026-11-01T22:04:07.5Z")) == "Sun, 01 Nov 2026 22:04:07 +0000");
}

TEST_CASE("dot_stuff: doubles the dot at the begin of a line only")
{
    CHECK(dot_stuff(".a\r\n.\r\nb.\r\n..c\r\n.") == "..a\r\n..\r\nb.\r\n...c\r\n..");
}

TEST_CASE("append_header: text is plain where it can be and encoded where it must")
{
    CHECK(header("Subject", " Hello ") == "Subject: Hello\r\n");
    CHECK(header("Subject", "a\r\nBcc: b") == "Subject: a Bcc: b\r\n");
    CHECK(header("Subject", "Größe") == "Subject: =?utf-8?b?R3LDtsOfZQ==?=\r\n");
    CHECK(header("Subject", "=?utf-8?q?x?=") == "Subject: =?utf-8?b?PT91dGYtOD9xP3g/PQ==?=\r\n");
    CHECK(header("Subject", "Привет") == "Subject: =?utf-8?b?0J/RgNC40LLQtdGC?=\r\n");
    CHECK(
        header("From", "Anna Müller <a@b.test>") ==
        "From: =?utf-8?q?Anna_M=C3=BCller?= <a@b.test>\r\n");
}

TEST_CASE("append_header: long text is folded at spaces, long words at characters")
{
    std::string words;
    std::string letters;
    for (int i = 0; i < 60; ++i) {
        words += "word" + std::to_string(i) + "  ";
        letters += "ж";
    }
    CHECK(widest_line(header("X-Words", words)) <= 78);
    CHECK(widest_line(header("Subject", letters)) <= 78);
    CHECK(widest_line(header("Subject", std::string(3000, 'x'))) <= 78);
}

TEST_CASE("QuotedPrintable: lines stay within 76 columns and end in no space")
{
    std::string out;
    QuotedPrintable encoder{out};
    encoder.add("a =\tb \nc \r\n" + std::string(200, 'x') + " \r");
    CHECK(out.starts_with("a =3D\tb=20\r\nc=20\r\nxxx"));
    CHECK(out.ends_with("x=20\r\n"));
    CHECK(widest_line(out) <= 76);
}

TEST_CASE("QuotedPrintable: fixed text goes to a new line where it no longer fits")
{
    std::string out;
    QuotedPrintable encoder{out};
    encoder.add(std::string(70, 'v'));
    encoder.add_encoded("tail of it\r\nnext", 10);
    encoder.add("!");
    CHECK(out == std::string(70, 'v') + "=\r\ntail of it\r\nnext!");
}

TEST_CASE("QuotedPrintable: a space before a slot is kept when the value is empty")
{
    std::string out;
    QuotedPrintable encoder{out};
    encoder.add_encoded("Hello ", 6);
    encoder.add("");
    encoder.add_encoded("\r\nbye", 0);
    CHECK(out == "Hello=20\r\nbye");
}

}  // namespace
}  // namespace tellfirst::mime
