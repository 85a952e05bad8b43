#include "promises/record.hpp"

#include "promises/ledger_fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("record: each change is one version on, with who and when")
{
    LedgerWorld world;
    auto promise = world.given_in(1h);
    Actor const ada{.kind = Actor::Kind::person, .id = 77};
    world.pass(1min);
    world.write(ada, [&](Call& call) {
        auto changed = promise;
        record(call, changed, "because");
        CHECK(changed.version == promise.version + 1);
    });
    auto const lines = world.read([&](Call& call) { return history(call.tx, promise.id); });
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].actor == PersonId{77}.text());
    CHECK(lines[1].at == world.now());
    CHECK(lines[1].reason == "because");
}
