#include "wire/mime/parse.hpp"

#include "kernel/enums.hpp"
#include "kernel/text.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

namespace tellfirst::mime {
namespace {

// One line for each thing that a mail holds, so that a whole mail is compared at once.
std::string summary(Mail const& mail)
{
    std::string lines;
    auto const people = [&](std::string_view what, std::vector<Address> const& list) {
        for (auto const& [name, email] : list)
            lines += fmt::format("{}: {} <{}>\n", what, name, email);
    };
    auto const text = [&](std::string_view what, std::string_view value) {
        if (!value.empty())
            lines += fmt::format("{}: {}\n", what, trim(value));
    };
    people("from", mail.from);
    people("to", mail.to);
    people("cc", mail.cc);
    text("subject", mail.subject);
    text("text", mail.body_text);
    text("html", mail.body_html);
    for (auto const& [name, size, type, content, id] : mail.attachments)
        lines += fmt::format("file: {} {} {}\n", name, type, size);
    for (auto const why : mail.unread)
        lines += fmt::format("unread: {}\n", name_of(why));
    return lines;
}

struct Nasty {
    std::string_view what;
    std::string_view raw;
    std::string_view expected;
};

void check(std::initializer_list<Nasty> table)
{
    for (auto const& [what, raw, expected] : table) {
        CAPTURE(what);
        CHECK(summary(parse(raw)) == expected);
        std::string crlf;
        for (char const c : raw)
            crlf += c == '\n' ? std::string{"\r\n"} : std::string{c};
        auto const mail = parse(crlf);
        CHECK(mail.subject == parse(raw).subject);
        CHECK(mail.body_text == parse(raw).body_text);
    }
}

using namespace std::string_view_literals;

TEST_CASE("parse: reads headers that were never meant to be sent like this")
{
    check({
        {"nothing at all", "", ""},
        {"no From", "Subject: x\n\nhi\n", "subject: x\ntext: hi\n"},
        {"only headers", "Subject: x", "subject: x\n"},
        {"only a body", "hello\nNote: this\n", "text: hello\nNote: this\n"},
        {"blank lines in front", "\n\nSubject: x\n\nhi", "subject: x\ntext: hi\n"},
        {"the first line of a mailbox file", "From a@b Sat Nov 21 2026\nSubject: x\n\nhi",
         "subject: x\ntext: hi\n"},
        {"no blank line in front of the body", "Subject: x\nHello there.\nBye",
         "subject: x\ntext: Hello there.\nBye\n"},
        {"a fold that lost its space", "Subject: a long\nsubject\nFrom: a@b\n\nhi",
         "from:  <a@b>\nsubject: a longsubject\ntext: hi\n"},
        {"folds with tabs", "Subject: a\n\tb\n   c\n\nhi", "subject: a b   c\ntext: hi\n"},
        {"a space in front of the colon", "Subject : x\n\nhi", "subject: x\ntext: hi\n"},
        {"raw UTF-8", "Subject: Größe\nFrom: Jürgen <j@b>\n\nhi",
         "from: Jürgen <j@b>\nsubject: Größe\ntext: hi\n"},
        {"raw Latin-1",
         "Subject: Gr\xf6\xdf"
         "e\n\nhi",
         "subject: Größe\ntext: hi\n"},
        {"NUL and controls", "Subject: a\0b\x07\n\nx\0y"sv,
         "subject: a\xef\xbf\xbd"
         "b\ntext: x\xef\xbf\xbdy\n"},
    });
}

TEST_CASE("parse: decodes encoded words however they were cut")
{
    check({
        {"Q and B", "Subject: =?utf-8?Q?Gr=C3=B6=C3=9Fe_=5F?= =?utf-8?B?w7w=?=\n\n",
         "subject: Größe _ü\n"},
        {"a character torn between two words", "Subject: =?utf-8?Q?Gr=C3?=\n =?utf-8?Q?=B6?=\n\n",
         "subject: Grö\n"},
        {"torn between Q and B", "Subject: =?utf-8?Q?=C3?= =?utf-8?B?tg==?=\n\n", "subject: ö\n"},
        {"base64 cut inside a group", "Subject: =?utf-8?B?w7bDt?= =?utf-8?B?sO8?=\n\n",
         "subject: öö\xc3\xbc\n"},
        {"without spaces around it", "Subject: a=?utf-8?Q?=C3=B6?=b\n\n", "subject: aöb\n"},
        {"with spaces in it", "Subject: =?utf-8?Q?a b =C3=B6?=\n\n", "subject: a b ö\n"},
        {"with a language", "Subject: =?utf-8*de?Q?=C3=B6?=\n\n", "subject: ö\n"},
        {"an unknown charset", "Subject: =?x-none?Q?=C3=B6?= =?x-other?Q?=F6?=\n\n",
         "subject: öö\n"},
        {"a charset with shifts", "Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=\n\n",
         "subject: 日本\n"},
        {"not ended", "Subject: =?utf-8?Q?abc\n\n", "subject: =?utf-8?Q?abc\n"},
        {"no word at all", "Subject: =? 1 ?= 2 =?\n\n", "subject: =? 1 ?= 2 =?\n"},
    });
}

TEST_CASE("parse: finds the text whatever charset and encoding it claims")
{
    check({
        {"quoted-printable",
         "Content-Transfer-Encoding: quoted-printable\n\nGr=C3=B6=\n=C3=9Fe =zz",
         "text: Größe =zz\n"},
        {"base64 with garbage", "Content-Transfer-Encoding: base64\n\nw7Y!\n**=\n", "text: ö\n"},
        {"UTF-8 that is called Latin-1", "Content-Type: text/plain; charset=iso-8859-1\n\nGröße",
         "text: Größe\n"},
        {"Latin-1 that is called UTF-8",
         "Content-Type: text/plain; charset=utf-8\n\nGr\xf6\xdf"
         "e",
         "text: Größe\n"},
        {"windows-1252 that is called Latin-1",
         "Content-Type: text/plain; charset=iso-8859-1\n\n\x80 5", "text: € 5\n"},
        {"an unknown charset", "Content-Type: text/plain; charset=klingon\n\n\xe4", "text: ä\n"},
        {"a path for a charset", "Content-Type: text/plain; charset=\"../../etc/x\"\n\n\xe4",
         "text: ä\n"},
        {"no semicolon", "Content-Type: text/plain charset=koi8-r\n\n\xf0\xd2", "text: Пр\n"},
        {"KOI8-R", "Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\xc9", "text: При\n"},
        {"GB2312 that is GBK", "Content-Type: text/plain; charset=gb2312\n\n\xd6\xd0\xce\xc4",
         "text: 中文\n"},
        {"Shift_JIS", "Content-Type: text/plain; charset=Shift_JIS\n\n\x93\xfa\x96\x7b",
         "text: 日本\n"},
        {"UTF-16",
         "Content-Type: text/plain; charset=utf-16le\n"
         "Content-Transfer-Encoding: base64\n\naABpAA==\n",
         "text: hi\n"},
        {"UTF-7", "Content-Type: text/plain; charset=utf-7\n\nHi Mom +Jjo-!", "text: Hi Mom ☺!\n"},
        {"a cut character", "Content-Type: text/plain; charset=utf-8\n\nÄÖÜä\xc3",
         "text: ÄÖÜä\xef\xbf\xbd\n"},
        {"a charset in the HTML", "Content-Type: text/html\n\n<meta charset=\"koi8-r\"><p>\xf0\xd2",
         "html: <meta charset=\"koi8-r\"><p>Пр\n"},
        {"an invalid type", "Content-Type: text\n\nhi", "text: hi\n"},
        {"an unknown transfer encoding", "Content-Transfer-Encoding: rot13\n\nhi", "text: hi\n"},
        {"line ends of an old Mac", "Subject: x\r\rone\rtwo\r", "subject: x\ntext: one\ntwo\n"},
        {"an empty body", "Content-Type: text/plain\n\n", ""},
    });
}

TEST_CASE("parse: takes broken multiparts apart")
{
    check({
        {"alternative",
         "Content-Type: multipart/alternative; boundary=b\n\npreamble\n--b\n\nhi\n"
         "--b\nContent-Type: text/html\n\n<p>hi\n--b--\nepilogue\n",
         "text: hi\nhtml: <p>hi\n"},
        {"no last boundary", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo",
         "text: one\ntwo\n"},
        {"the boundary is not declared",
         "Content-Type: multipart/mixed\n\n--b\nContent-Type: text/html\n\n<p>\n--b--\n",
         "html: <p>\n"},
        {"another boundary is declared",
         "Content-Type: multipart/mixed; boundary=c\n\n--b\nContent-Type: text/html\n\n<p>\n--b--",
         "html: <p>\n"},
        {"no boundary anywhere", "Content-Type: multipart/mixed; boundary=b\n\nplain after all\n",
         "text: plain after all\n"},
        {"an inner multipart without an end",
         "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
         "Content-Type: multipart/alternative; boundary=aa\n\n--aa\n\nhi\n--a\n\nlast\n--a--\n",
         "text: hi\nlast\n"},
        {"a multipart in base64",
         "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
         "LS1iCgpoaQotLWItLQo=\n",
         "text: hi\n"},
        {"a part of nothing", "Content-Type: multipart/mixed; boundary=b\n\n--b\n--b--\n", ""},
        {"a report",
         "Content-Type: multipart/report; boundary=b\n\n--b\n\nfailed\n--b\n"
         "Content-Type: message/delivery-status\n\nStatus: 5.1.1\n--b--\n",
         "text: failed\nfile:  message/delivery-status 13\n"},
    });
}

TEST_CASE("parse: names attachments and counts their decoded bytes")
{
    check({
        {"a text that is attached",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhi\n--b\nContent-Type: text/plain\n"
         "Content-Disposition: attachment; filename=\"a b.txt\"\n\n12345\n--b--\n",
         "text: hi\nfile: a b.txt text/plain 5\n"},
        {"an inline picture",
         "Content-Type: image/PNG; name=x.png\nContent-Disposition: inline\n"
         "Content-Transfer-Encoding: base64\n\nAAEC\n",
         "file: x.png image/png 3\n"},
        {"RFC 2231 in pieces",
         "Content-Type: image/png\nContent-Disposition: attachment;\n"
         " filename*1*=%C3%9Fe; filename*0*=utf-8'de'Gr%C3%B6;\n filename*2=\" 1.png\"\n\nx",
         "file: Größe 1.png image/png 1\n"},
        {"RFC 2231 beside the old form",
         "Content-Type: image/png; name=old.png\n"
         "Content-Disposition: attachment; filename=old.png; filename*=latin1''n%F6.png\n\nx",
         "file: nö.png image/png 1\n"},
        {"an encoded word as name",
         "Content-Type: image/png; name=\"=?utf-8?Q?n=C3=B6.png?=\"\n\nx",
         "file: nö.png image/png 1\n"},
        {"a name of many words without quotes", "Content-Type: a/b; name=my file.png; x=y\n\nx",
         "file: my file.png a/b 1\n"},
        {"a Windows path", "Content-Type: a/b; name=\"C:\\tmp\\x.doc\"\n\nx",
         "file: C:\\tmp\\x.doc a/b 1\n"},
        {"a raw 8-bit name", "Content-Type: a/b; name=\"n\xf6.doc\"\n\nx", "file: nö.doc a/b 1\n"},
        {"an attached message",
         "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n"
         "Subject: =?utf-8?Q?=C3=B6/x?=\n\nhi\n--b--\n",
         "file: ö_x.eml message/rfc822 33\n"},
        {"a digest",
         "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: one\n\nhi\n--b--\n",
         "file: one.eml message/rfc822 16\n"},
        {"winmail.dat",
         "Content-Type: application/ms-tnef; name=winmail.dat\n"
         "Content-Transfer-Encoding: base64\n\neJ8+Ig==\n",
         "file: winmail.dat application/ms-tnef 4\n"},
        {"uuencode in the text", "Subject: x\n\nbefore\nbegin 644 cat.txt\n#0V%T\n`\nend\nafter\n",
         "subject: x\ntext: before\nafter\nfile: cat.txt application/octet-stream 3\n"},
        {"no uuencode after all", "Subject: x\n\nbegin 644 cat.txt\nlower case\nend\n",
         "subject: x\ntext: begin 644 cat.txt\nlower case\nend\n"},
        {"a calendar",
         "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nhi\n--b\n"
         "Content-Type: text/calendar; method=REQUEST\n\nBEGIN\n--b--\n",
         "text: hi\nfile:  text/calendar 5\n"},
    });
}

TEST_CASE("parse: attached messages keep their exact bytes")
{
    auto const mail = parse("Content-Type: message/rfc822\r\n\r\nSubject:  x \r\n\r\nA\nB\r\n");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].content == "Subject:  x \r\n\r\nA\nB\r\n");
}

TEST_CASE("parse: ids come without brackets, in order and once")
{
    auto const mail = parse("Message-ID: <a@b> \nIn-Reply-To: Your mail <c@d> of today\n"
                            "References: <e@f>\n <c\n @d><e@f>\n\n");
    CHECK(mail.message_id == "a@b");
    CHECK(mail.in_reply_to == std::vector<std::string>{"c@d"});
    CHECK(mail.references == std::vector<std::string>{"e@f", "c@d"});
    CHECK(parse("Message-ID: a@b\nReferences: c@d e@f\n\n").message_id == "a@b");
}

TEST_CASE("parse: the date is an instant, or nothing")
{
    CHECK(
        parse("Date: Sat, 21 Nov 2026 22:14:27 +0100\n\n").date ==
        parse_rfc3339("2026-11-21T21:14:27Z"));
    CHECK(parse("Date: soon\n\n").date == std::nullopt);
}

TEST_CASE("parse: says what it did not read beyond its limits")
{
    std::string parts = "Content-Type: multipart/mixed; boundary=b\n\n";
    for (std::size_t i = 0; i < 2 * most_parts; ++i)
        parts += "--b\n\nx\n";
    CHECK(parse(parts).unread == std::vector{Unread::too_many_parts});

    std::string deep;
    for (int i = 0; i < 2 * deepest_part; ++i)
        deep += fmt::format("Content-Type: multipart/mixed; boundary=b{}x\n\n--b{}x\n", i, i);
    CHECK(parse(deep).unread == std::vector{Unread::too_deep});
    CHECK(parse(deep).attachments.size() == 1);

    auto const wide = "X: " + std::string(largest_headers, 'x') + "\nSubject: y\n\nhi\n";
    CHECK(parse(wide).unread == std::vector{Unread::headers_too_large});
    CHECK(parse(wide).body_text == "hi\n");

    std::string names = "Content-Type: a/b";
    for (int i = 0; i <= most_continuations; ++i)
        names += fmt::format("; name*{}=x", i);
    CHECK(parse(names + "\n\nx").unread == std::vector{Unread::too_many_continuations});

    CHECK(
        parse("A: b\n\n" + std::string(largest_mail, 'x')).unread ==
        std::vector{Unread::too_large});
}

TEST_CASE("parse: headers are found by name, decoded")
{
    auto const mail = parse("X-A: =?utf-8?Q?=C3=B6?=\nx-a: two\n\n");
    CHECK(mail.header("x-a") == "ö");
    CHECK(mail.all("x-a").size() == 2);
    CHECK(mail.header("x-b").empty());
}

TEST_CASE("readable_text: HTML is only read where there is no text")
{
    CHECK(readable_text(parse("Content-Type: text/html\n\n<p>Hi <b>you</b></p>")) == "Hi you\n");
    CHECK(readable_text(parse("\nplain")) == "plain");
}

}  // namespace
}  // namespace tellfirst::mime
