#include "accounts/store.hpp"

#include "accounts/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::accounts;
using namespace std::chrono_literals;

namespace {

store::Credential credential(std::string bytes, Instant expires)
{
    return {.hash = {std::move(bytes)}, .contact = ContactId{3}, .expires = expires};
}

}  // namespace

TEST_CASE("store: a link is spent by exactly one")
{
    support::for_each_database([](support::World& world) {
        db::Blob const hash{std::string{"\0\xff two", 6}};
        world.write([&](Call& call) {
            store::add_link(call.tx, credential(hash.bytes, call.now + 15min));
            CHECK(store::spend_link(call.tx, hash, call.now) == ContactId{3});
            CHECK_FALSE(store::spend_link(call.tx, hash, call.now));
        });
    });
}

TEST_CASE("store: a link that expired, or never was, is not spent")
{
    support::for_each_database([](support::World& world) {
        world.write([&](Call& call) {
            store::add_link(call.tx, credential("one", call.now + 15min));
            CHECK_FALSE(store::spend_link(call.tx, {"one"}, call.now + 15min));
            CHECK_FALSE(store::spend_link(call.tx, {"two"}, call.now));
            CHECK(store::spend_link(call.tx, {"one"}, call.now + 15min - 1us));
        });
    });
}

TEST_CASE("store: a session ends at its time")
{
    support::for_each_database([](support::World& world) {
        world.write([&](Call& call) {
            store::add_session(call.tx, credential("one", call.now + 1h));
            CHECK(store::contact_of_session(call.tx, {"one"}, call.now) == ContactId{3});
            CHECK_FALSE(store::contact_of_session(call.tx, {"one"}, call.now + 1h));
            CHECK_FALSE(store::contact_of_session(call.tx, {"two"}, call.now));
        });
    });
}

TEST_CASE("store: what has expired is forgotten, what still works stays")
{
    support::for_each_database([](support::World& world) {
        world.write([&](Call& call) {
            store::add_link(call.tx, credential("old", call.now));
            store::add_link(call.tx, credential("new", call.now + 1h));
            store::add_session(call.tx, credential("old", call.now));
            store::add_session(call.tx, credential("new", call.now + 1h));
            store::forget_expired(call.tx, ContactId{3}, call.now);
            CHECK(call.tx.one<int>(R"sql(
                SELECT COUNT(*) FROM accounts_links)sql") == 1);
            CHECK(store::contact_of_session(call.tx, {"new"}, call.now));
        });
    });
}

TEST_CASE("store: links count until they expire, spent ones included")
{
    support::for_each_database([](support::World& world) {
        world.write([&](Call& call) {
            store::add_link(call.tx, credential("one", call.now + 15min));
            store::add_link(call.tx, credential("two", call.now + 10min));
            CHECK(store::spend_link(call.tx, {"one"}, call.now) == ContactId{3});
            CHECK(store::count_links(call.tx, ContactId{3}, call.now) == 2);
            CHECK(store::count_links(call.tx, ContactId{3}, call.now + 10min) == 1);
            CHECK(store::count_links(call.tx, ContactId{4}, call.now) == 0);
        });
    });
}

TEST_CASE("store: a session that was ended is nobody's, the others stay")
{
    support::for_each_database([](support::World& world) {
        world.write([&](Call& call) {
            store::add_session(call.tx, credential("one", call.now + 1h));
            store::add_session(call.tx, credential("two", call.now + 1h));
            store::end_session(call.tx, {"one"});
            CHECK_FALSE(store::contact_of_session(call.tx, {"one"}, call.now));
            CHECK(store::contact_of_session(call.tx, {"two"}, call.now) == ContactId{3});
        });
    });
}
