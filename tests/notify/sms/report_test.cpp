#include "notify/sms/report.hpp"

#include "notify/channels/peer.hpp"
#include "wire/http/raw_client.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// One text to ada that is claimed; answers its {id}.
std::string text_on_its_way(support::World& world)
{
    add(world, {.name = "ada"});
    auto const notice = say(world, outage(1), 0s);
    also_by(world, notice, Channel::sms);
    auto const claimed = world.write([](Call& call) {
        return store::claim(call.tx, {Lane::incident, Channel::sms}, call.now, 10);
    });
    return seal::delivery_token(
        world.settings.secret, sms_purpose, {notice, claimed.at(0).recipient});
}

void settle(support::World& world, Fate const& fate)
{
    world.write([&](Call& call) {
        for (auto const& left : store::left_sending(call.tx, Channel::sms)) {
            std::vector<Settled> const settled{{{left.notice, left.recipient}, fate}};
            store::settle(call.tx, settled, Channel::sms);
        }
    });
}

Result<void> report(support::World& world, std::string id, Reported what, std::string status = "2")
{
    return world.write([&](Call& call) {
        return take_report(call, {.id = id, .reported = what, .status = status});
    });
}

Fate taken(support::World& world)
{
    return {.state = State::accepted, .reason = "202 yes", .attempts = 1, .at = world.now()};
}

SmsReport read(Gateway const& gateway, std::string query, std::string body = "")
{
    return read_report(
        gateway, {.method = "POST",
                  .query = std::move(query),
                  .body = std::move(body),
                  .names = {{"token", "t"}}});
}

}  // namespace

TEST_CASE("take_report: what the phone has is delivered, with the time of the report")
{
    support::for_each_database([](support::World& world) {
        auto const id = text_on_its_way(world);
        settle(world, taken(world));
        CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: 202 yes"});
        world.pass(7s);
        REQUIRE(report(world, id, Reported::nothing_yet, "8"));
        CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: 202 yes"});
        REQUIRE(report(world, id, Reported::delivered, "1"));
        CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: delivered"});
        for (auto const& line : proof(world).deliveries)
            if (line.channel == Channel::sms)
                CHECK(line.at == world.now());
    });
}

TEST_CASE("take_report: a report that is faster than our own answer counts")
{
    support::World world;
    auto const id = text_on_its_way(world);
    REQUIRE(report(world, id, Reported::delivered));
    settle(world, taken(world));
    CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: delivered"});
}

TEST_CASE("take_report: what never arrives is bounced and told, once")
{
    support::World world;
    auto const id = text_on_its_way(world);
    settle(world, taken(world));
    REQUIRE(report(world, id, Reported::failed, "16"));
    REQUIRE(report(world, id, Reported::failed, "16"));
    CHECK(rows_by(world, Channel::sms) == Rows{"ada bounced: not delivered, the gateway says: 16"});
    CHECK(support::facts_told(world).back().kind == "DeliveryBounced");
    CHECK(
        std::ranges::count(
            support::facts_told(world), "DeliveryBounced", &support::ToldFact::kind) == 1);
}

TEST_CASE("take_report: nothing is said after \"delivered\", and one in doubt is not sent again")
{
    support::World world;
    auto const id = text_on_its_way(world);
    settle(
        world, {.state = State::queued,
                .reason = std::string{may_have_left},
                .due_at = world.now(),
                .attempts = 1,
                .at = world.now()});
    REQUIRE(report(world, id, Reported::delivered));
    REQUIRE(report(world, id, Reported::failed));
    CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: delivered"});
    CHECK(!world.read(
        [](Call& call) { return store::first_due(call.tx, {Lane::incident, Channel::sms}); }));
}

TEST_CASE("take_report: an id that we did not make is an address that there is not")
{
    support::World world;
    auto id = text_on_its_way(world);
    id.back() = id.back() == 'a' ? 'b' : 'a';
    CHECK(report(world, id, Reported::delivered).error().code == "report.not_found");
    CHECK(report(world, "", Reported::delivered).has_error());
    CHECK(rows_by(world, Channel::sms) == Rows{"ada sending"});
}

TEST_CASE("report_rate: a gateway that reports 400 in a second for an hour is never put off")
{
    http::RateLimit limit{report_rate};
    Instant now = support::test_start;
    bool is_put_off = false;
    for (int i = 0; i < 400 * 3600; ++i, now += 2500us)
        is_put_off = is_put_off || limit.take("192.0.2.1", now) > Duration{0};
    CHECK(!is_put_off);
}

TEST_CASE("add_report_routes: reports come by GET and POST, however little strangers may write")
{
    support::World world;
    auto const id = text_on_its_way(world);
    settle(world, taken(world));
    http::Table table;
    add_report_routes(table, gateway_at("http://127.0.0.1:9/send"));
    http::Server server{
        {.listen = {},
         .table = table,
         .house = world.house(),
         .resolver = [](http::Request const&, Call&) -> Result<Actor> { return Actor::nobody(); },
         .limits = {.strangers = {.per_second = 0.001, .burst = 1}}}};
    server.start();
    auto const path = "/channels/sms/reports/" + id;
    http::RawClient client{server.port()};
    for (int i = 0; i < 40; ++i)
        CHECK(client.ask("POST", path, "", "status=8").status == 204);
    CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: 202 yes"});
    CHECK(client.ask("GET", path + "?status=ok").status == 204);
    CHECK(rows_by(world, Channel::sms) == Rows{"ada accepted: delivered"});
    CHECK(client.ask("GET", path + "x?status=no").status == 404);
}

TEST_CASE("read_report: the fields stand in the address, a form, or JSON, as the settings say")
{
    auto gateway = gateway_at("http://127.0.0.1:9/send");
    CHECK(read(gateway, "status=ok").reported == Reported::delivered);
    CHECK(read(gateway, "status=ok").id == "t");
    CHECK(read(gateway, "", "status=no&x=y").reported == Reported::failed);
    CHECK(read(gateway, "", R"({"status": "ok"})").reported == Reported::delivered);
    CHECK(read(gateway, "status=8").reported == Reported::nothing_yet);
    CHECK(read(gateway, "", "").reported == Reported::nothing_yet);
    gateway.report_status = "/data/0/code";
    gateway.report_delivered = {"7"};
    gateway.report_id = "ref";
    auto const deep = read(gateway, "", R"({"ref": "abc", "data": [{"code": 7}]})");
    CHECK(deep.reported == Reported::delivered);
    CHECK(deep.id == "abc");
}
