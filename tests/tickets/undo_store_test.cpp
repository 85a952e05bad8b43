#include "support/database.hpp"
#include "tickets/store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
namespace store = tickets::store;

TEST_CASE("store: how a ticket stood before a reply comes back as it was saved")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) {
            store::Undo undo{
                .entry = EntryId{1},
                .ticket = TicketId{2},
                .notice = NoticeId{3},
                .until = call.now,
                .state = tickets::State::solved,
                .reply_due_at = call.now,
                .changed_at = call.now,
                .promise = PromiseId{4},
                .text = {},
                .undone_at = {}};
            store::add_undo(call.tx, undo);
            undo.state = tickets::State::waiting_for_us;
            undo.reply_due_at.reset();
            undo.promise.reset();
            undo.text = "So.";
            undo.undone_at = call.now;
            store::save_undo(call.tx, undo);
            auto const found = store::find_undo(call.tx, EntryId{1});
            REQUIRE(found);
            CHECK(found->ticket == TicketId{2});
            CHECK(found->notice == NoticeId{3});
            CHECK(found->until == call.now);
            CHECK(found->state == tickets::State::waiting_for_us);
            CHECK_FALSE(found->reply_due_at);
            CHECK_FALSE(found->promise);
            CHECK(found->text == "So.");
            CHECK(found->undone_at == call.now);
            CHECK_FALSE(store::find_undo(call.tx, EntryId{2}));
        });
    });
}
