#include "tickets/store.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
namespace store = tickets::store;

namespace {

MailId add(World& world, tickets::Kept const& kept)
{
    return world.write([&](Call& call) {
        auto const id = call.new_id<MailId>();
        store::add_mail(
            call.tx,
            {.id = id, .envelope_to = "help@help.test", .size = kept.size, .received_at = call.now},
            kept);
        return id;
    });
}

}  // namespace

TEST_CASE("store: a raw message comes back byte for byte, from its row or as the name of its file")
{
    support::for_each_database([](World& world) {
        std::string const bytes("a\0b\xff\r\n", 6);
        auto const in_row = add(world, {.raw = bytes, .size = 6});
        auto const in_file = add(world, {.file = "abcd", .size = 70'000});
        world.read([&](Call& call) {
            CHECK(store::kept_of(call.tx, in_row)->raw == bytes);
            CHECK(store::kept_of(call.tx, in_file)->file == "abcd");
            CHECK(store::kept_of(call.tx, in_file)->raw.empty());
            CHECK_FALSE(store::kept_of(call.tx, MailId{42}));
        });
    });
}

TEST_CASE("store: a repetition is found by its sameness, or by its words to another address")
{
    support::for_each_database([](World& world) {
        auto const id = add(world, {.raw = "x", .size = 1});
        TicketId const ticket{77};
        world.write([&](Call& call) {
            store::save_read(
                call.tx, id,
                {.outcome = tickets::Outcome::opened,
                 .same = "s",
                 .same_text = "t",
                 .ticket = ticket});
        });
        world.read([&](Call& call) {
            auto const find = [&](std::string_view same, std::string_view same_text,
                                  std::string_view address, Instant since) {
                return store::ticket_of_same(
                    call.tx,
                    {.same = same, .same_text = same_text, .address = address, .since = since});
            };
            CHECK(find("s", "", "help@help.test", call.now) == ticket);
            CHECK_FALSE(find("s", "", "help@help.test", call.now + 1s));
            CHECK(find("other", "t", "sales@help.test", call.now) == ticket);
            CHECK(find("other", "t", "a@help.test", call.now) == ticket);
            CHECK_FALSE(find("other", "t", "help@help.test", call.now));
            CHECK_FALSE(find("other", "", "sales@help.test", call.now));
        });
    });
}

TEST_CASE("store: mails are listed newest first by what became of them")
{
    support::for_each_database([](World& world) {
        auto const first = add(world, {.raw = "x", .size = 1});
        auto const second = add(world, {.raw = "y", .size = 1});
        world.write([&](Call& call) {
            store::save_read(
                call.tx, first, {.outcome = tickets::Outcome::automatic, .reason = "bulk"});
        });
        world.read([&](Call& call) {
            auto const all = store::mails(call.tx, {}, {}, 10);
            REQUIRE(all.size() == 2);
            CHECK(all[0].id == second);
            auto const automatic = store::mails(call.tx, tickets::Outcome::automatic, {}, 10);
            REQUIRE(automatic.size() == 1);
            CHECK(automatic[0].reason == "bulk");
            CHECK(store::mails(call.tx, {}, first, 10).empty());
        });
    });
}

TEST_CASE("store: automatic mails are counted by recipient and moment")
{
    support::for_each_database([](World& world) {
        world.write([](Call& call) { store::count_automatic(call, ContactId{5}, TicketId{6}); });
        world.read([](Call& call) {
            CHECK(store::automatic_since(call.tx, ContactId{5}, call.now - 1s).size() == 1);
            CHECK(store::automatic_since(call.tx, ContactId{5}, call.now).empty());
            CHECK(store::automatic_since(call.tx, ContactId{6}, call.now - 1s).empty());
        });
    });
}
