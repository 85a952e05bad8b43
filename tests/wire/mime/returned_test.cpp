#include "wire/mime/returned.hpp"

#include "kernel/text.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>

namespace tellfirst::mime {
namespace {

constexpr std::string_view message_id = "not1.con1.seal@help.example.test";

// A report as a mail server makes it: words for people, fields for programs, what came back.
std::string report(std::string_view fields, std::string_view type = "message/delivery-status")
{
    return fmt::format(
        "From: MAILER-DAEMON@mx.example.test (Mail Delivery System)\r\n"
        "Subject: Undelivered Mail Returned to Sender\r\n"
        "Auto-Submitted: auto-replied\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=delivery-status;\r\n"
        "\tboundary=\"9A1.16/mx.example.test\"\r\n"
        "\r\n"
        "This is a MIME-encapsulated message.\r\n\r\n"
        "--9A1.16/mx.example.test\r\n"
        "Content-Description: Notification\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
        "I'm sorry to have to inform you.\r\n\r\n"
        "--9A1.16/mx.example.test\r\n"
        "Content-Description: Delivery report\r\nContent-Type: {}\r\n\r\n"
        "{}\r\n"
        "--9A1.16/mx.example.test\r\n"
        "Content-Type: text/rfc822-headers\r\n\r\n"
        "Return-Path: <bounce+x@help.example.test>\r\n"
        "Message-ID:\r\n <{}>\r\nSubject: [outage] Mail is down\r\n\r\n"
        "--9A1.16/mx.example.test--\r\n",
        type, fields, message_id);
}

constexpr std::string_view postfix =
    "Reporting-MTA: dns; mx.example.test\r\n"
    "X-Postfix-Queue-ID: 9A1\r\n"
    "X-Postfix-Sender: rfc822; bounce+x@help.example.test\r\n"
    "Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000 (UTC)\r\n\r\n"
    "Final-Recipient: rfc822; gone@customers.test\r\n"
    "Original-Recipient: rfc822;gone@customers.test\r\n"
    "Action: failed\r\n"
    "Status: 5.1.1\r\n"
    "Remote-MTA: dns; mail.customers.test\r\n"
    "Diagnostic-Code: smtp; 550 5.1.1 <gone@customers.test>: Recipient address\r\n"
    "    rejected: User unknown in virtual mailbox table\r\n";

Returned read(std::string_view raw, std::string_view envelope_from = "")
{
    return read_returned(parse(raw), envelope_from);
}

ReturnedRecipient only(std::string_view fields)
{
    auto const returned = read(report(fields));
    REQUIRE(returned.recipients.size() == 1);
    CHECK(returned.kind == ReturnKind::report);
    return returned.recipients.front();
}

TEST_CASE("read_returned: a report of Postfix says who, why, and which mail came back")
{
    auto const returned = read(report(postfix));
    CHECK(returned.kind == ReturnKind::report);
    CHECK(returned.message_id == message_id);
    CHECK(returned.sender == "bounce+x@help.example.test");
    REQUIRE(returned.recipients.size() == 1);
    auto const& gone = returned.recipients.front();
    CHECK(gone.final_recipient == "gone@customers.test");
    CHECK(gone.original_recipient == "gone@customers.test");
    CHECK(gone.action == Action::failed);
    CHECK(gone.status == Status{5, 1, 1});
    CHECK(gone.code == 550);
    CHECK(
        gone.words ==
        "550 5.1.1 <gone@customers.test>: Recipient address rejected: User unknown in virtual "
        "mailbox table");
}

TEST_CASE("read_returned: Exim says only 5.0.0, and the server's words say why")
{
    auto const gone =
        only("Reporting-MTA: dns; exim.example.test\n\n"
             "Action: failed\n"
             "Final-Recipient: rfc822;gone@customers.test\n"
             "Status: 5.0.0\n"
             "Remote-MTA: dns; mail.customers.test\n"
             "Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not\n"
             " 550-5.1.1 exist.\n");
    CHECK(gone.status == Status{5, 1, 1});
    CHECK(gone.code == 550);
}

TEST_CASE("read_returned: Exchange writes no space behind the type, and its own words")
{
    auto const gone = only(
        "Reporting-MTA: dns;AM0PR01.eurprd01.prod.exchange.test\r\n\r\n"
        "Final-Recipient: rfc822;gone@customers.test\r\n"
        "Action: failed\r\n"
        "Status: 5.1.10\r\n"
        "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by "
        "SMTP address lookup\r\n"
        "X-Display-Name: gone\r\n");
    CHECK(gone.final_recipient == "gone@customers.test");
    CHECK(gone.status == Status{5, 1, 10});
    CHECK(gone.words.ends_with("Recipient not found by SMTP address lookup"));
}

TEST_CASE("read_returned: what the field says holds where it says more than that it failed")
{
    auto const full =
        only("Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.test\nAction: failed\n"
             "Status: 5.2.2 (mailbox full)\nDiagnostic-Code: smtp; 552 5.7.0 over quota\n");
    CHECK(full.status == Status{5, 2, 2});
    CHECK(full.code == 552);
}

TEST_CASE("read_returned: a report about several recipients has each of them, with what befell it")
{
    auto const returned =
        read(report("Reporting-MTA: dns; x\n\n"
                    "Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 5.1.1\n\n\n"
                    "Final-Recipient: rfc822; b@b.test\nAction: delayed\nStatus: 4.4.1\n"
                    "Will-Retry-Until: Mon, 23 Nov 2026 10:00:00 +0000\n\n"
                    "Final-Recipient: rfc822; c@b.test\nAction: delivered\nStatus: 2.0.0\n"));
    REQUIRE(returned.recipients.size() == 3);
    CHECK(returned.recipients[1].final_recipient == "b@b.test");
    CHECK(returned.recipients[1].action == Action::delayed);
    CHECK(returned.recipients[1].status == Status{4, 4, 1});
    CHECK(returned.recipients[2].action == Action::delivered);
}

TEST_CASE("read_returned: an address in UTF-8 is read, too (RFC 6533)")
{
    auto const returned = read(report(
        "Reporting-MTA: dns; x\n\n"
        "Final-Recipient: utf-8; jürgen@customers.test\nAction: failed\nStatus: 5.1.1\n",
        "message/global-delivery-status"));
    REQUIRE(returned.recipients.size() == 1);
    CHECK(returned.recipients.front().final_recipient == "jürgen@customers.test");
}

TEST_CASE("read_returned: what a report leaves out is taken from what it has")
{
    CHECK(only("Final-Recipient: a@b.test\nStatus: 5.1.1\n").action == Action::failed);
    CHECK(only("Final-Recipient: <a@b.test>\nStatus: 4.2.2\n").action == Action::delayed);
    auto const bare = only("Original-Recipient: rfc822; a@b.test\nAction: Failed (bounced)\n");
    CHECK(bare.action == Action::failed);
    CHECK(bare.status == Status{});
    CHECK(bare.original_recipient == "a@b.test");
}

TEST_CASE("read_returned: a report that was cut off still says what stands in it")
{
    auto const whole = report(postfix);
    auto const cut = whole.substr(0, whole.find("Remote-MTA"));
    auto const returned = read(cut);
    REQUIRE(returned.recipients.size() == 1);
    CHECK(returned.recipients.front().status == Status{5, 1, 1});
    CHECK(returned.message_id.empty());
}

TEST_CASE("read_returned: a report without a recipient is a bounce in words")
{
    for (std::string_view const fields :
         {"", "Reporting-MTA: dns; x\n", "no field at all\n\n\nnor here\n",
          "Final-Recipient: rfc822; a@b.test\n", "Action: failed\nStatus: 5.1.1\n"})
        CHECK_MESSAGE(read(report(fields)).recipients.empty(), fields);
}

TEST_CASE("read_returned: a report that is an attack is read to its limits, and no further")
{
    std::string many = "Reporting-MTA: dns; x\n\n";
    for (std::size_t i = 0; i < 2 * most_returned_recipients; ++i)
        many += fmt::format("Final-Recipient: rfc822; {}@b.test\nAction: failed\n\n", i);
    CHECK(read(report(many)).recipients.size() == most_returned_recipients);

    auto const endless = only(fmt::format(
        "Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 99999999999.1.1\n"
        "Diagnostic-Code: smtp; 999999 {}\n",
        std::string(20'000, 'x')));
    CHECK(endless.status == Status{});
    CHECK(endless.code == 0);
    CHECK(endless.words.size() == longest_words);

    auto const dirty = only("Final-Recipient: rfc822; a\xff\x01@b.test\nAction: failed\n");
    CHECK(is_utf8(dirty.final_recipient));
    CHECK(
        read(report(std::string(largest_report, '\n') + std::string{postfix})).recipients.empty());
}

TEST_CASE("read_returned: a report inside a forwarded mail is somebody else's")
{
    auto const returned = read(
        "From: ada@customers.test\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\n\nWhat is this?\n--b\nContent-Type: message/rfc822\n\n" +
            report(postfix) + "\n--b--\n",
        "ada@customers.test");
    CHECK(returned.kind == ReturnKind::other);
    CHECK(returned.recipients.empty());
}

std::string complaint(std::string_view type)
{
    return fmt::format(
        "From: <abusedesk@provider.test>\r\nSubject: FW: [outage] Mail is down\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: multipart/report; report-type=feedback-report; boundary=\"p\"\r\n\r\n"
        "--p\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n\r\n"
        "--p\r\nContent-Type: message/feedback-report\r\n\r\n"
        "{}User-Agent: SomeGenerator/1.0\r\nVersion: 1\r\n"
        "Original-Mail-From: <bounce+y@help.example.test>\r\n"
        "Original-Rcpt-To: <ada@provider.test>\r\n\r\n"
        "--p\r\nContent-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n"
        "Return-Path: <bounce+z@help.example.test>\r\nMessage-ID: <{}>\r\n\r\nHello\r\n"
        "--p--\r\n",
        type, message_id);
}

TEST_CASE("read_returned: a complaint says which mail was unwanted")
{
    auto const returned = read(complaint("Feedback-Type: abuse\r\n"), "fbl@provider.test");
    CHECK(returned.kind == ReturnKind::complaint);
    CHECK(returned.message_id == message_id);
    CHECK(returned.sender == "bounce+y@help.example.test");
    CHECK(returned.recipients.empty());
}

TEST_CASE("read_returned: not every feedback is a complaint")
{
    struct Row {
        std::string_view type;
        ReturnKind kind;
    };
    for (auto const& [type, kind] : std::initializer_list<Row>{
             {"", ReturnKind::complaint},
             {"Feedback-Type: Fraud\r\n", ReturnKind::complaint},
             {"Feedback-Type: opt-out\r\n", ReturnKind::complaint},
             {"Feedback-Type: not-spam\r\n", ReturnKind::other},
             {"Feedback-Type: auth-failure\r\n", ReturnKind::other},
             {"Feedback-Type: virus\r\n", ReturnKind::other}})
        CHECK_MESSAGE(read(complaint(type)).kind == kind, type);
}

TEST_CASE("read_returned: qmail's bounce is one in words")
{
    auto const returned =
        read("From: MAILER-DAEMON@qmail.example.test\nTo: bounce+x@help.example.test\n"
             "Subject: failure notice\n\n"
             "Hi. This is the qmail-send program at qmail.example.test.\n"
             "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
             "<gone@customers.test>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
             "--- Below this line is a copy of the message.\n\n"
             "Message-ID: <not1.con1.seal@help.example.test>\n");
    CHECK(returned.kind == ReturnKind::words);
    CHECK(returned.words.starts_with("Hi. This is the qmail-send program"));
    CHECK(returned.words.size() <= longest_words);
    CHECK_FALSE(returned.words.contains('\n'));
}

TEST_CASE("read_returned: what arrived and was answered by a machine is no bounce")
{
    for (std::string const headers :
         {"From: ada@customers.test\nAuto-Submitted: auto-replied (vacation)\n",
          "From: ada@customers.test\nAuto-Submitted: auto-generated\nX-Auto-Response-Suppress: "
          "All\nSubject: Automatic reply: [outage]\n",
          "From: postmaster@customers.test\nX-Autoreply: yes\n",
          "From: ada@customers.test\nSubject: Out of office\n",
          "From: ada@customers.test\nContent-Type: multipart/report; "
          "report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: "
          "message/disposition-notification\n\nDisposition: automatic-action; displayed\n--b--\n"})
        CHECK_MESSAGE(read(headers + "\nI am away.\n").kind == ReturnKind::automatic, headers);
}

TEST_CASE("read_returned: what a person sends is nothing of all that")
{
    auto const returned = read("From: ada@customers.test\n\nHello?\n", "ada@customers.test");
    CHECK(returned.kind == ReturnKind::other);
    CHECK(returned.words.empty());
    CHECK(read("", "ada@customers.test").kind == ReturnKind::other);
}

TEST_CASE("in_one_line: words with one space between them, cut before a character")
{
    CHECK(in_one_line("  a\r\n\t b  c\n", 100) == "a b c");
    CHECK(in_one_line("", 100).empty());
    CHECK(in_one_line("abc def", 5) == "abc d");
    CHECK(in_one_line("ab ü", 4) == "ab ");
}

TEST_CASE("parse_status: three numbers and nothing that continues them")
{
    struct Row {
        std::string_view text;
        std::string_view read;
    };
    for (auto const& [text, status] : std::initializer_list<Row>{
             {"5.1.1", "5.1.1"},
             {" 4.4.7 ", "4.4.7"},
             {"5.7.509 Access denied", "5.7.509"},
             {"2.0.0 (ok)", "2.0.0"},
             {"", ""},
             {"5", ""},
             {"5.1", ""},
             {"5.1.", ""},
             {"5..1", ""},
             {"3.1.1", ""},
             {"55.1.1", ""},
             {"-5.1.1", ""},
             {"5.-1.1", ""},
             {"5.1.1.2", ""},
             {"5.1.1234", ""},
             {"x5.1.1", ""}})
        CHECK_MESSAGE(parse_status(text).value_or(Status{}).text() == status, text);
}

}  // namespace
}  // namespace tellfirst::mime
