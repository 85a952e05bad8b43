#include "notify/store.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("store: a notice comes back as it was written")
{
    support::for_each_database([](support::World& world) {
        Notice const notice{
            .id = NoticeId{77},
            .kind = NoticeKind::announcement,
            .topic = Topic::recovery,
            .lane = Lane::incident,
            .about = incident.text(),
            .body = write_json(to_json(resolved(2))),
            .earlier = {{UpdateId{1}, world.now(), "Before."}},
            .key = "announcement:2",
            .brand = BrandId{1},
            .at = world.now(),
            .due_at = world.now() + 30s,
            .useful_until = world.now() + 24h};
        world.write([&](Call& call) { store::add_notice(call.tx, notice); });
        auto const found =
            world.read([](Call& call) { return store::find_notice(call.tx, NoticeId{77}); });
        REQUIRE(found);
        CHECK(to_json(*found) == to_json(notice));
        CHECK(to_json(found->body_as<Announcement>()) == to_json(resolved(2)));
    });
}

TEST_CASE("store: a key finds its notice, an unknown one none")
{
    support::for_each_database([](support::World& world) {
        add(world, {.name = "ada"});
        auto const notice = say(world, outage(1));
        auto const key = "announcement:" + UpdateId{1}.text();
        world.read([&](Call& call) {
            CHECK(store::notice_of_key(call.tx, key) == notice);
            CHECK_FALSE(store::notice_of_key(call.tx, "announcement:none"));
        });
    });
}
