#include "notify/deliveries/log.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<LoggedNotice>
log_of(support::World& world, LogOf const& of, std::optional<NoticeId> after = {}, int limit = 10)
{
    return world.read([&](Call& call) { return delivery_log(call, of, after, limit); });
}

// "Mail is down: mail ada@example.test accepted", newest first.
Rows shown(std::vector<LoggedNotice> const& log)
{
    Rows rows;
    for (auto const& notice : log)
        for (auto const& delivery : notice.deliveries)
            rows.push_back(fmt::format(
                "{}: {} {} {}", notice.title, name_of(delivery.channel), delivery.address,
                name_of(delivery.state)));
    return rows;
}

NoticeId write_to(support::World& world, ContactId contact, std::chrono::seconds undo = 0s)
{
    return world.write([&](Call& call) {
        return send(
            call,
            {.to = contact,
             .from = address("help@example.test"),
             .from_name = "Help",
             .subject = "About your cat",
             .text = "It is well.",
             .about = "tkt_1"},
            undo);
    });
}

}  // namespace

TEST_CASE("delivery_log: what was said to a contact and to nobody else, newest first, with answers")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        say(world, outage(1), 0s);
        end(world, claim_all(world),
            {.state = State::bounced,
             .reason = "550 no such user",
             .code = 550,
             .attempts = 1,
             .at = world.now()});
        world.pass(1s);
        write_to(world, ada);
        auto const log = log_of(world, {.contact = ada});
        CHECK(
            shown(log) == Rows{
                              "About your cat: mail ada@example.test queued",
                              "Mail is down: mail ada@example.test bounced"});
        CHECK(log[0].kind == LoggedKind::letter);
        CHECK(log[0].about == "tkt_1");
        CHECK(log[1].about == incident.text());
        CHECK(log[1].state == "investigating");
        CHECK(
            log[1].deliveries.at(0) == LoggedDelivery{
                                           .address = "ada@example.test",
                                           .state = State::bounced,
                                           .code = 550,
                                           .reason = "550 no such user",
                                           .attempts = 1,
                                           .at = support::test_start});
        CHECK(
            shown(log_of(world, {.contact = bob})) ==
            Rows{"Mail is down: mail bob@example.test bounced"});
    });
}

TEST_CASE("delivery_log: why nothing was sent is said")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = std::vector<Topic>{}});
    say(world, outage(1), 0s);
    auto const delivery = log_of(world, {.contact = ada}).at(0).deliveries.at(0);
    CHECK(delivery.state == State::opted_out);
    CHECK(delivery.reason == "topic unplanned is off");
}

TEST_CASE("delivery_log: page after page, letters and announcements in one order")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        std::vector<NoticeId> said;
        for (int update = 1; update <= 3; ++update) {
            said.push_back(say(world, outage(update), 0s));
            said.push_back(write_to(world, ada));
        }
        std::vector<NoticeId> read;
        std::optional<NoticeId> after;
        for (auto page = log_of(world, {.contact = ada}, after, 2); !page.empty();
             page = log_of(world, {.contact = ada}, after, 2)) {
            for (auto const& notice : page)
                read.push_back(notice.id);
            after = read.back();
        }
        CHECK(std::vector(read.rbegin(), read.rend()) == said);
    });
}

TEST_CASE("delivery_log: he himself sees nothing that may be taken back, or was")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        LogOf const his{.contact = ada, .reader = LogReader::himself};
        auto const waiting = say(world, outage(1), 30s);
        auto const letter = write_to(world, ada, 20s);
        CHECK(log_of(world, his).empty());
        CHECK(log_of(world, {.contact = ada}).size() == 2);
        REQUIRE(world.write([&](Call& call) { return cancel(call, waiting); }));
        REQUIRE(world.write([&](Call& call) { return take_back(call, letter); }));
        world.pass(1min);
        CHECK(log_of(world, his).empty());
        write_to(world, ada);
        CHECK(log_of(world, his).size() == 1);
    });
}

TEST_CASE("delivery_log: what is held is not for him yet, then it is as his partner released it")
{
    support::for_each_database([](support::World& world) {
        auto const bob = add_at_partner(world, {.name = "bob"});
        HoldKey key{.brand = partner_of(world), .notice = {}};
        REQUIRE(world.write([&](Call& call) {
            return change_forwards(call, key.brand, {.mode = Forwarding::held});
        }));
        key.notice = say(world, outage(1), 0s);
        LogOf const his{.contact = bob, .reader = LogReader::himself};
        CHECK(log_of(world, his).empty());
        CHECK(
            shown(log_of(world, {.contact = bob})) ==
            Rows{"Mail is down: mail bob@example.test held"});
        REQUIRE(
            world.write([&](Call& call) { return release(call, key, {.title = "Post rests"}); }));
        CHECK(shown(log_of(world, his)) == Rows{"Post rests: mail bob@example.test queued"});
    });
}

TEST_CASE("delivery_log: news has the title that he read, and no state")
{
    support::World world;
    auto const ada = add(world, {.name = "ada", .topics = {{Topic::news}}});
    world
        .write([](Call& call) {
            return publish_news(
                call, {.texts = {{"de", "Neu", "Gut."}, {"en", "New", "Good."}}, .undo_s = 0});
        })
        .value();
    auto const log = log_of(world, {.contact = ada});
    CHECK(shown(log) == Rows{"New: mail ada@example.test queued"});
    CHECK_FALSE(log.at(0).state);
}
