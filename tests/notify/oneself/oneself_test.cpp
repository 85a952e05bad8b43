#include "notify/inbox/inbox_store.hpp"
#include "notify/push/push_store.hpp"
#include "notify/samples.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

void write_to(support::World& world, ContactId contact)
{
    world.write([&](Call& call) {
        send(
            call, {.to = contact,
                   .from = address("help@example.test"),
                   .from_name = "Help",
                   .subject = "About ada's cat",
                   .text = "Hello ada, the cat is well."});
    });
}

void forget_him(support::World& world, ContactId contact)
{
    world.write([&](Call& call) {
        forget(call, contact, accounts::find_contact(call.tx, contact)->email);
    });
}

std::vector<OwnNotice> held(support::World& world, ContactId contact)
{
    return world.read([&](Call& call) { return held_notices_of(call.tx, contact); });
}

std::int64_t count(support::World& world, std::string_view sql)
{
    return world.read([&](Call& call) { return call.tx.one<std::int64_t>(sql); }).value();
}

}  // namespace

TEST_CASE("held_notices_of: announcements and letters to him with their words, newest first")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const bob = add(world, {.name = "bob"});
        say(world, outage(1), 0s);
        deliver_all(world);
        world.pass(1s);
        write_to(world, ada);
        auto const all = held(world, ada);
        REQUIRE(all.size() == 2);
        CHECK(all[0].subject == "About ada's cat");
        CHECK(all[0].state == State::queued);
        CHECK(all[1].subject == "Mail is down");
        CHECK(all[1].address == "ada@example.test");
        CHECK(all[1].state == State::accepted);
        CHECK(held(world, bob).size() == 1);
    });
}

TEST_CASE("forget: the proof stays without his name and address, and others keep theirs")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        say(world, outage(1), 0s);
        deliver_all(world);
        write_to(world, ada);
        deliver_all(world);
        forget_him(world, ada);
        CHECK(rows(world) == Rows{"erased accepted", "bob accepted"});
        CHECK(proof(world).told == 2);
        for (auto const& notice : held(world, ada)) {
            CHECK(notice.address == "erased@erased.invalid");
            CHECK_FALSE(notice.text.contains("ada"));
            CHECK_FALSE(notice.subject.contains("ada"));
        }
        CHECK(count(world, "SELECT COUNT(*) FROM notify_deliveries WHERE name = 'ada'") == 0);
    });
}

TEST_CASE("forget: what waits for him is not sent any more, and a notice for him alone is done")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        say(world, outage(1));
        write_to(world, ada);
        forget_him(world, ada);
        CHECK(rows(world) == Rows{"erased cancelled: erased"});
        CHECK(claim_all(world).empty());
        CHECK(count(world, "SELECT COUNT(*) FROM notify_notices WHERE done_at IS NULL") == 0);
        CHECK(support::facts_told(world).back().kind == "NoticeDone");
    });
}

TEST_CASE("forget: a notice that others wait for goes on")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        add(world, {.name = "bob"});
        say(world, outage(1), 0s);
        forget_him(world, ada);
        CHECK(count(world, "SELECT COUNT(*) FROM notify_notices WHERE done_at IS NULL") == 1);
        CHECK(claim_all(world).size() == 1);
    });
}

TEST_CASE("forget: his browsers are told nothing more, and nobody knows what he has read")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        world.write([&](Call& call) {
            store::save_browser(
                call.tx, ada, {.endpoint = "https://push.example/1", .open_key = {}, .auth = {}},
                call.now);
            store::save_read_until(call.tx, ada, NoticeId{5});
        });
        forget_him(world, ada);
        CHECK(count(world, "SELECT COUNT(*) FROM notify_pushes") == 0);
        CHECK(count(world, "SELECT COUNT(*) FROM notify_inboxes") == 0);
    });
}

TEST_CASE("forget: what came back from him, and what we held against his address, goes")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        world.write([](Call& call) {
            suppress(call, "ada@example.test", "");
            suppress(call, "bob@example.test", "");
            return take_bounce(
                call, {.from = "ada@example.test", .to = "bounce@help.example.test", .raw = "ada"});
        });
        world.write([&](Call& call) {
            call.tx.run("UPDATE notify_bounces SET contact = :ada", {{"ada", ada}});
        });
        forget_him(world, ada);
        CHECK(count(world, "SELECT COUNT(*) FROM notify_suppressed") == 1);
        CHECK(
            count(
                world, "SELECT COUNT(*) FROM notify_bounces WHERE envelope_from = '' AND "
                       "LENGTH(raw) = 0") == 1);
    });
}
