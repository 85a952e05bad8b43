#include "team/sessions.hpp"

#include "kernel/digest.hpp"
#include "team/somebody.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::team;
using namespace std::chrono_literals;
using support::World;

TEST_CASE("is_alive: idle for 12 hours or 30 days old is the end")
{
    auto const start = support::test_start;
    struct Row {
        Duration seen, now;
        bool alive;
    };
    for (auto const& row : std::vector<Row>{
             {0h, 0h, true},
             {0h, 12h - 1us, true},
             {0h, 12h, false},
             {719h, 720h - 1us, true},
             {719h, 720h, false}}) {
        store::Session const session{.created_at = start, .last_seen_at = start + row.seen};
        CHECK(is_alive(session, start + row.now) == row.alive);
    }
}

TEST_CASE("is_alive: a disabled person has no session")
{
    auto const start = support::test_start;
    CHECK_FALSE(is_alive({.disabled = true, .created_at = start, .last_seen_at = start}, start));
}

TEST_CASE("open_session: each has a secret of its own, and a fact says who came in")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const open = [&](Call& call) { return open_session(call, ada.id); };
    auto const first = world.write(open);
    CHECK(first.size() == 43);
    CHECK(first != world.write(open));
    CHECK(facts_told(world).back() == support::ToldFact{"SignedIn", ada.id.text()});
}

TEST_CASE("open_session: sessions that nobody can use any more are swept")
{
    World world;
    auto const ada = somebody(world, "ada");
    auto const open = [&](Call& call) { return open_session(call, ada.id); };
    auto const old = world.write(open);
    world.pass(12h + 1us);
    world.write(open);
    CHECK_FALSE(world.read([&](Call& call) { return store::session(call.tx, sha256(old)); }));
}
