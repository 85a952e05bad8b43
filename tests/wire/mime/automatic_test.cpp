#include "wire/mime/automatic.hpp"

#include <doctest/doctest.h>

namespace tellfirst::mime {
namespace {

Automatic of(std::string_view headers, std::string_view envelope = "a@b.test")
{
    return why_automatic(parse(std::string{headers} + "\n\nhi\n"), envelope);
}

TEST_CASE("why_automatic: a person's mail is not automatic")
{
    CHECK(of("From: a@b.test") == Automatic::none);
    CHECK(of("From: a@b.test\nAuto-Submitted: no") == Automatic::none);
    CHECK(of("From: a@b.test\nPrecedence: normal") == Automatic::none);
    CHECK(of("From: a@b.test\nSubject: Out of office") == Automatic::none);
    CHECK(of("From: noreply.lee@b.test") == Automatic::none);
}

TEST_CASE("why_automatic: each sign of a machine has its reason")
{
    CHECK(of("From: a@b.test", "") == Automatic::null_sender);
    CHECK(of("From: a@b.test", "<>") == Automatic::null_sender);
    CHECK(of("Return-Path: <>") == Automatic::null_sender);
    CHECK(of("Auto-Submitted: auto-replied (vacation)") == Automatic::auto_submitted);
    CHECK(of("Auto-Submitted: auto-generated; x=y") == Automatic::auto_submitted);
    CHECK(of("X-Auto-Response-Suppress: All") == Automatic::auto_submitted);
    CHECK(of("Precedence: Bulk") == Automatic::bulk);
    CHECK(of("Precedence: junk") == Automatic::bulk);
    CHECK(of("List-Id: <x.b.test>") == Automatic::list);
    CHECK(of("List-Unsubscribe: <mailto:x@b.test>") == Automatic::list);
    CHECK(of("Content-Type: multipart/report; report-type=delivery-status") == Automatic::report);
    CHECK(of("X-Loop: b.test") == Automatic::loop);
    CHECK(of("From: No-Reply@b.test") == Automatic::daemon);
    CHECK(of("From: x@b.test", "MAILER-DAEMON") == Automatic::daemon);
    CHECK(of("From: postmaster@b.test") == Automatic::daemon);
}

}  // namespace
}  // namespace tellfirst::mime
