#include "notify/channels/peer.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Actor const owner{.kind = Actor::Kind::person, .id = 7, .rights = RightSet::all()};

http::Table routes(SmsSettings const& sms = {})
{
    http::Table table;
    add_channel_routes(table, {.sms = sms});
    return table;
}

Result<http::Reply> try_out(support::World& world, SmsSettings const& sms, std::string body)
{
    return support::ask(
        world, routes(sms), owner,
        {.method = "POST", .path = "/api/v1/channels/sms/test", .body = std::move(body)});
}

std::string listed(support::World& world, SmsSettings const& sms)
{
    auto const reply =
        support::ask(world, routes(sms), owner, {.method = "GET", .path = "/api/v1/channels"});
    return write_json(support::json_of(*reply).at(1));
}

}  // namespace

TEST_CASE("GET channels: SMS is ready once a gateway is set up, and says where")
{
    support::World world;
    CHECK(listed(world, {}).contains(R"("ready":false,"says":"no gateway for SMS is set up)"));
    CHECK(
        listed(world, by_form("http://10.0.0.7:8000/send")) ==
        R"({"channel":"sms","ready":true,"says":"by 10.0.0.7:8000"})");
}

TEST_CASE("GET channels: while texts wait for the gateway, it is not ready and says why")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        also_by(world, say(world, outage(1), 0s), Channel::sms);
        world.write([](Call& call) {
            for (auto const& each :
                 store::claim(call.tx, {Lane::incident, Channel::sms}, call.now, 10)) {
                std::vector<Settled> const settled{
                    {{each.notice, each.recipient},
                     {.reason = "it says: 403", .due_at = call.now + 1min, .at = call.now}}};
                store::settle(call.tx, settled, Channel::sms);
            }
        });
        CHECK(
            listed(world, by_form("http://10.0.0.7:8000/send")) ==
            R"({"channel":"sms","ready":false,"says":"it says: 403"})");
    });
}

TEST_CASE("POST test: the gateway's answer is said, whatever it is")
{
    support::World world;
    Peer peer;
    auto const settings = by_form(peer.url());
    peer.answers({.status = 200, .body = "queued as 7"});
    auto const good = try_out(world, settings, R"({"to":"+49151123456"})");
    REQUIRE(good);
    CHECK(good->body == R"({"accepted":true,"says":"200 queued as 7"})");
    peer.answers({.status = 400, .body = "no credit"});
    auto const bad = try_out(world, settings, R"({"to":"+49151123456"})");
    REQUIRE(bad);
    CHECK(bad->body == R"({"accepted":false,"says":"400 no credit"})");
}

TEST_CASE("POST test: a number that is none, and a channel that is not set up, are refused")
{
    support::World world;
    for (auto const* const to :
         {"0151123456", "+049151", "+49", "+4915112345678901", "+49x51123456", ""})
        CHECK(
            try_out(world, by_form("http://127.0.0.1:9/"), fmt::format(R"({{"to":"{}"}})", to))
                .error()
                .field == "to");
    CHECK(try_out(world, {}, R"({"to":"+49151123456"})").error().code == "channel.not_set_up");
    CHECK(
        support::ask(
            world, routes(), owner,
            {.method = "POST", .path = "/api/v1/channels/mail/test", .body = R"({"to":"x"})"})
            .error()
            .code == "channel.not_found");
}

TEST_CASE("reports: a gateway reports to the address that it was given")
{
    support::World world;
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    also_by(world, notice, Channel::sms);
    auto const claimed = world.write([](Call& call) {
        return store::claim(call.tx, {Lane::incident, Channel::sms}, call.now, 10);
    });
    auto const path = fmt::format(
        "/channels/sms/reports/{}",
        seal::delivery_token(world.settings.secret, "sms", {notice, claimed.at(0).recipient}));
    auto const table = routes(by_form("http://127.0.0.1:9/"));
    auto const post = support::ask(
        world, table, Actor::nobody(), {.method = "POST", .path = path, .body = "status=queued"});
    CHECK(post->status == 204);
    CHECK(rows_by(world, Channel::sms) == Rows{"ada sending"});
    auto const end = support::ask(
        world, table, Actor::nobody(), {.method = "POST", .path = path, .body = "status=ok"});
    CHECK(end->status == 204);
    CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: delivered"});
}

TEST_CASE("check: settings of a gateway that cannot work are refused before anything starts")
{
    CHECK(check({}));
    CHECK(check({.sms = by_form("http://127.0.0.1:9/")}));
    auto const bad = check({.sms = {.preset = "pigeon"}});
    REQUIRE(bad.has_error());
    CHECK(bad.error().code == "settings.bad_value");
}
