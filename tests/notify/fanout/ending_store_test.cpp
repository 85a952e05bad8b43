#include "notify/fanout/ending_store.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("last_ending: of those that are not through, the one that was said last")
{
    support::for_each_database([](support::World& world) {
        auto const first = say(world, outage(1));
        auto const second = say(world, outage(2));
        world.write([&](Call& call) {
            CHECK_FALSE(store::last_ending(call.tx));
            store::begin_ending(call.tx, {.notice = second, .how = How::cut_short});
            store::begin_ending(call.tx, {.notice = first, .how = How::taken_back});
            CHECK(store::last_ending(call.tx)->notice == second);
            store::end_to(
                call.tx, {.notice = second, .done_to = ContactId{7}, .webhooks_to = WebhookId{8}});
            CHECK(store::last_ending(call.tx)->done_to == ContactId{7});
            CHECK(store::last_ending(call.tx)->webhooks_to == WebhookId{8});
            store::close_ending(call.tx, second, call.now);
            CHECK(store::last_ending(call.tx)->notice == first);
            CHECK(bool{store::how_ended(call.tx, second) == How::cut_short});
            CHECK_FALSE(store::how_ended(call.tx, NoticeId{1}));
        });
    });
}

TEST_CASE("is_any_ending, being_taken_back: those about the same that are not through")
{
    support::for_each_database([](support::World& world) {
        auto const first = say(world, outage(1));
        auto const second = say(world, outage(2));
        world.write([&](Call& call) {
            store::begin_ending(call.tx, {.notice = first, .how = How::taken_back});
            auto const before = store::find_notice(call.tx, second).value();
            CHECK(store::being_taken_back(call.tx, before).at(0).id == first);
            CHECK(store::is_any_ending(call.tx, {.about = incident}));
            CHECK(store::is_any_ending(call.tx, {.about = window, .also = {incident}}));
            CHECK_FALSE(store::is_any_ending(call.tx, {.about = window}));
            store::close_ending(call.tx, first, call.now);
            CHECK_FALSE(store::is_any_ending(call.tx, {.about = incident}));
            CHECK(store::being_taken_back(call.tx, before).empty());
        });
    });
}
