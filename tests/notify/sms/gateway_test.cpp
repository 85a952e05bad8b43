#include "notify/sms/gateway.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Gateway gateway(SmsSettings const& settings)
{
    return read_gateway(settings).value().value();
}

SmsWanted const wanted{
    .to = "+49151123",
    .from = "Status",
    .text = "Mail & \"Web\": down",
    .is_gsm = true,
    .id = "abc-1",
    .report = "https://h.test/r/abc-1"};

std::string refusal(SmsSettings const& settings)
{
    auto const read = read_gateway(settings);
    return read ? "" : read.error().detail;
}

Carried meaning(int status, std::string body = "", http::Headers headers = {})
{
    return gateway({.preset = "kannel", .url = "http://127.0.0.1:13013/cgi-bin/sendsms"})
        .meaning(
            {.status = status, .headers = std::move(headers), .body = std::move(body)},
            support::test_start);
}

}  // namespace

TEST_CASE("read_gateway: Kannel is asked by an address that holds everything, escaped")
{
    auto const kannel = gateway(
        {.preset = "kannel",
         .url = "http://127.0.0.1:13013/cgi-bin/sendsms",
         .user = "us",
         .password = "p&w"});
    auto const asking = kannel.asking(wanted);
    CHECK(asking.method == "GET");
    CHECK(asking.body.empty());
    CHECK(
        asking.url ==
        "http://127.0.0.1:13013/cgi-bin/sendsms?username=us&password=p%26w&from=Status"
        "&to=%2B49151123&text=Mail%20%26%20%22Web%22%3A%20down&coding=0&charset=UTF-8&dlr-mask=31"
        "&dlr-url=https%3A%2F%2Fh.test%2Fr%2Fabc-1%3Fstatus%3D%25d");
    CHECK(kannel.allowed().allow == std::vector<http::Allowed>{{"127.0.0.1", 13013}});
    auto ucs2 = wanted;
    ucs2.is_gsm = false;
    CHECK(kannel.asking(ucs2).url.contains("&coding=2&"));
}

TEST_CASE("read_gateway: Twilio gets a form and our password as its own API wants it")
{
    auto const twilio = gateway({.preset = "twilio", .user = "AC1", .password = "pw"});
    auto const asking = twilio.asking(wanted);
    CHECK(asking.url == "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json");
    CHECK(
        asking.body == "To=%2B49151123&From=Status&Body=Mail%20%26%20%22Web%22%3A%20down"
                       "&StatusCallback=https%3A%2F%2Fh.test%2Fr%2Fabc-1");
    CHECK(
        std::ranges::find(
            asking.headers, std::pair<std::string, std::string>{
                                "authorization", "Basic QUMxOnB3"}) != asking.headers.end());
    CHECK(twilio.allowed().allow == std::vector<http::Allowed>{{"api.twilio.com", 443}});
}

TEST_CASE("read_gateway: a generic one gets JSON, whatever the text holds")
{
    auto const generic = gateway(
        {.preset = "generic",
         .url = "https://sms.test/send",
         .headers = "X-Key: {password}, X-Id: {id}",
         .body = R"({"to": ["{to}"], "text": "{text}", "ref": "{id}"})",
         .password = "k"});
    auto const asking = generic.asking(wanted);
    auto const body = parse_json(asking.body);
    REQUIRE(body);
    CHECK(std::string{body->as_object().at("text").as_string()} == wanted.text);
    CHECK(std::string{body->as_object().at("ref").as_string()} == "abc-1");
    CHECK(
        asking.headers == http::Headers{
                              {"accept-encoding", "identity"},
                              {"X-Key", "k"},
                              {"X-Id", "abc-1"},
                              {"content-type", "application/json"}});
}

TEST_CASE("read_gateway: nothing is set up where no preset is named")
{
    auto const none = read_gateway({});
    REQUIRE(none);
    CHECK(!*none);
}

TEST_CASE("read_gateway: what is wrong is said with its key")
{
    CHECK(refusal({.preset = "pigeon"}).starts_with("notify.sms.preset must be"));
    CHECK(refusal({.preset = "kannel"}).starts_with("notify.sms.url must be"));
    CHECK(refusal({.preset = "kannel", .url = "ftp://x/"}).starts_with("notify.sms.url must be"));
    SmsSettings const good{
        .preset = "generic", .url = "https://a.test/", .body = R"({"t":"{to}","x":"{text}"})"};
    CHECK(refusal(good).empty());
    auto with = [&](auto member, std::string text) {
        auto bad = good;
        bad.*member = std::move(text);
        return refusal(bad);
    };
    CHECK(with(&SmsSettings::body, "").starts_with("notify.sms.body must say"));
    CHECK(with(&SmsSettings::body, "{\"t\":{to},\"x\":{text}}")
              .starts_with("notify.sms.body is no JSON"));
    CHECK(with(&SmsSettings::body, R"({"t":"{to}"})").starts_with("notify.sms.body must hold"));
    CHECK(with(&SmsSettings::encoding, "xml").starts_with("notify.sms.encoding must be"));
    CHECK(with(&SmsSettings::headers, "no colon").starts_with("notify.sms.headers must be"));
    for (auto const* const success : {"yes", "300-200", "200 status=ok", "99"})
        CHECK(with(&SmsSettings::success, success).starts_with("notify.sms.success must be"));
}

TEST_CASE("Gateway: a status means what it says of this text, or of all")
{
    using Kind = Carried::Kind;
    CHECK(meaning(202, "0: Accepted for delivery").kind == Kind::accepted);
    CHECK(meaning(202, "0: Accepted for delivery").words == "0: Accepted for delivery");
    CHECK(meaning(200).kind == Kind::refused);
    CHECK(meaning(400).kind == Kind::refused);
    CHECK(meaning(500).kind == Kind::later);
    CHECK(meaning(403).kind == Kind::closed);
    CHECK(meaning(403, "Denied").words == "the gateway says: 403 Denied");
    CHECK(meaning(503).kind == Kind::closed);
    CHECK(meaning(429, "", {{"retry-after", "90"}}).again_in == 90s);
}

TEST_CASE("Gateway: an answer is accepted only where it says so in its place")
{
    auto const careful = gateway(
        {.preset = "generic",
         .url = "https://a.test/",
         .body = R"({"t":"{to}","x":"{text}"})",
         .success = "200-201 /messages/0/status=0"});
    auto const kind = [&](int status, std::string body) {
        return careful.meaning({.status = status, .body = std::move(body)}, support::test_start)
            .kind;
    };
    CHECK(kind(200, R"({"messages":[{"status":"0"}]})") == Carried::Kind::accepted);
    CHECK(kind(201, R"({"messages":[{"status":0}]})") == Carried::Kind::accepted);
    CHECK(kind(200, R"({"messages":[{"status":"4"}]})") == Carried::Kind::refused);
    CHECK(kind(200, "0") == Carried::Kind::refused);
    CHECK(kind(202, R"({"messages":[{"status":"0"}]})") == Carried::Kind::refused);
}
