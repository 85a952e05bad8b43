#include "notify/channels/carriers.hpp"
#include "notify/push/push_key.hpp"
#include "wire/webpush/message.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

Result<void> tell(support::World& world, ContactId contact, NewPush const& wish)
{
    return world.write([&](Call& call) { return add_push(call, contact, wish); });
}

std::vector<std::string> told(support::World& world, ContactId contact)
{
    return world.read([&](Call& call) {
        std::vector<std::string> endpoints;
        for (auto const& browser : store::browsers_of(call.tx, contact))
            endpoints.push_back(browser.endpoint);
        return endpoints;
    });
}

// What accounts know of it, for the audience.
bool has_push(support::World& world, ContactId contact)
{
    return world.read([&](Call& call) {
        return call.tx
                   .one<std::int64_t>(
                       "SELECT has_push FROM accounts_people WHERE contact = :contact",
                       {{"contact", contact}})
                   .value() == 1;
    });
}

std::string field(Result<void> const& refused)
{
    return refused.error().field;
}

}  // namespace

TEST_CASE("add_push: several browsers of one contact are told, each once, the newest first")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        auto const phone = browser_at("https://push.test/phone");
        REQUIRE(tell(world, ada, phone));
        world.pass(1s);
        REQUIRE(tell(world, ada, browser_at("https://push.test/desk")));
        REQUIRE(tell(world, ada, phone));
        CHECK(told(world, ada).size() == 2);
        CHECK(has_push(world, ada));
        CHECK(world.read([&](Call& call) { return count_pushes(call.tx, ada); }) == 2);
        world.write([&](Call& call) { remove_push(call, ada, phone.endpoint); });
        CHECK(told(world, ada) == std::vector<std::string>{"https://push.test/desk"});
        CHECK(has_push(world, ada));
        world.write([&](Call& call) { remove_pushes(call, ada); });
        CHECK(told(world, ada).empty());
        CHECK(!has_push(world, ada));
    });
}

TEST_CASE("add_push: a browser is told what is announced to whoever asked last")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const bob = add(world, {.name = "bob"});
    auto const shared = browser_at("https://push.test/shared");
    REQUIRE(tell(world, ada, shared));
    REQUIRE(tell(world, bob, shared));
    CHECK(told(world, ada).empty());
    CHECK(!has_push(world, ada));
    CHECK(told(world, bob).size() == 1);
    world.write([&](Call& call) { remove_push(call, ada, shared.endpoint); });
    CHECK(told(world, bob).size() == 1);
}

TEST_CASE("add_push: the browser that asked first makes room")
{
    support::for_each_database([](support::World& world) {
        auto const ada = add(world, {.name = "ada"});
        for (int i = 0; i <= most_browsers; ++i) {
            world.pass(1s);
            REQUIRE(tell(world, ada, browser_at(fmt::format("https://push.test/{}", i))));
        }
        auto const left = told(world, ada);
        CHECK(left.size() == most_browsers);
        CHECK(std::ranges::find(left, "https://push.test/0") == left.end());
    });
}

TEST_CASE("add_push: what no browser says is refused with its field")
{
    support::World world;
    auto const ada = add(world, {.name = "ada"});
    auto const good = browser_at("https://push.test/a");
    for (std::string const endpoint :
         {"", "push.test/a", "ftp://push.test/", "https://push.test/a b", "https://é.test/"}) {
        auto bad = good;
        bad.endpoint = endpoint;
        CHECK(field(tell(world, ada, bad)) == "endpoint");
    }
    auto bad = good;
    bad.endpoint += std::string(1000, 'x');
    CHECK(field(tell(world, ada, bad)) == "endpoint");
    bad = good;
    bad.keys.p256dh.back() = bad.keys.p256dh.back() == 'A' ? 'E' : 'A';
    CHECK(field(tell(world, ada, bad)) == "keys.p256dh");
    bad = good;
    bad.keys.auth = "c2hvcnQ";
    CHECK(field(tell(world, ada, bad)) == "keys.auth");
    CHECK(told(world, ada).empty());
}

TEST_CASE(
    "push_keys: they are made once, locked away, and anew where another house had locked them")
{
    support::for_each_database([](support::World& world) {
        world.settings.secret = "one";
        auto const first = push_keys(world.house());
        CHECK(push_keys(world.house()) == first);
        CHECK(push_key(world.house()) == to_base64url(first.open));
        auto const locked = world.read([](Call& call) { return store::push_key(call.tx); });
        REQUIRE(locked);
        CHECK(!locked->locked.bytes.contains(first.secret));
        world.settings.secret = "other";
        auto const second = push_keys(world.house());
        CHECK(second != first);
        CHECK(push_keys(world.house()) == second);
    });
}
