#include "db/facts.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::support;

namespace {

struct LampLit {
    static constexpr std::string_view room = "db";
    static constexpr std::string_view kind = "LampLit";
    std::string lamp;
    [[nodiscard]] std::string subject() const { return lamp; }
};
BOOST_DESCRIBE_STRUCT(LampLit, (), (lamp))

void light(World& world, std::string const& lamp)
{
    world.write([&](Call& call) { call.tell(LampLit{lamp}); });
}

// On PostgreSQL the sequencer follows the commits, on a thread of its own.
std::vector<db::Fact> wait_for_facts(World& world, std::size_t count)
{
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    std::vector<db::Fact> facts;
    while (facts.size() < count && std::chrono::steady_clock::now() < deadline) {
        facts = world.read([](Call& call) { return db::facts_after(call.tx, 0, 500); });
        std::this_thread::yield();
    }
    return facts;
}

std::optional<std::int64_t> first_broken_link(World& world)
{
    return world.read([](Call& call) { return db::first_broken_link(call.tx); });
}

}  // namespace

TEST_CASE("Fact: it says what happened, when, about what and by whom")
{
    for_each_database([](World& world) {
        Actor const anna{.kind = Actor::Kind::person, .id = 77};
        world.write(anna, [](Call& call) { call.tell(LampLit{"kitchen"}); });
        auto const facts = wait_for_facts(world, 1);
        REQUIRE(facts.size() == 1);
        CHECK(facts[0].seq == 1);
        CHECK(facts[0].at == test_start);
        CHECK(facts[0].room == "db");
        CHECK(facts[0].kind == "LampLit");
        CHECK(facts[0].subject == "kitchen");
        CHECK(facts[0].actor == PersonId{77}.text());
        CHECK(facts[0].body == R"({"lamp":"kitchen"})");
    });
}

TEST_CASE("Fact: one that a refused verb told has not happened")
{
    for_each_database([](World& world) {
        auto const refused = world.write([](Call& call) -> Result<int> {
            call.tell(LampLit{"cellar"});
            return not_found("lamp");
        });
        CHECK(refused.has_error());
        light(world, "kitchen");
        REQUIRE(wait_for_facts(world, 1).size() == 1);
        CHECK(facts_told(world) == Told{{"LampLit", "kitchen"}});
    });
}

TEST_CASE("sequence_facts: many tellers at once leave no gap and an unbroken chain")
{
    for_each_database([](World& world) {
        constexpr int tellers = 6;
        constexpr int each = 20;
        std::vector<std::thread> threads;
        for (int i = 0; i < tellers; ++i)
            threads.emplace_back([&world, i] {
                for (int n = 0; n < each; ++n)
                    light(world, fmt::format("{}-{}", i, n));
            });
        for (auto& thread : threads)
            thread.join();
        auto const facts = wait_for_facts(world, tellers * each);
        REQUIRE(facts.size() == tellers * each);
        for (std::size_t i = 0; i < facts.size(); ++i)
            REQUIRE(facts[i].seq == static_cast<std::int64_t>(i) + 1);
        CHECK(!first_broken_link(world));
    });
}

TEST_CASE("sequence_facts: what one teller told stays in its order")
{
    for_each_database([](World& world) {
        world.write([](Call& call) {
            for (auto const* const lamp : {"c", "a", "b"})
                call.tell(LampLit{lamp});
        });
        auto const facts = wait_for_facts(world, 3);
        REQUIRE(facts.size() == 3);
        CHECK(facts[0].subject == "c");
        CHECK(facts[1].subject == "a");
        CHECK(facts[2].subject == "b");
    });
}

TEST_CASE("first_broken_link: a changed, a removed and a swapped fact are found")
{
    std::vector<std::pair<std::string_view, std::int64_t>> const crimes{
        {"UPDATE db_facts SET actor = 'nobody' WHERE seq = 2", 2},
        {"DELETE FROM db_facts WHERE seq = 2", 3},
        {"DELETE FROM db_facts WHERE seq = 1", 2},
        {"UPDATE db_facts SET seq = seq + 10 WHERE seq = 3", 13},
    };
    for_each_database([&](World& world) {
        for (auto const* const lamp : {"a", "b", "c"})
            light(world, lamp);
        REQUIRE(wait_for_facts(world, 3).size() == 3);
        CHECK(!first_broken_link(world));
        for (auto const& [crime, at] : crimes) {
            auto const sql = crime;
            auto const found = world.write([&](Call& call) -> Result<std::int64_t> {
                call.tx.run(sql);
                return Problem{.code = std::to_string(*db::first_broken_link(call.tx))};
            });
            CHECK(found.error().code == std::to_string(at));
        }
    });
}

TEST_CASE("facts_after: it goes on behind the number that was seen last")
{
    World world;
    for (auto const* const lamp : {"a", "b", "c"})
        light(world, lamp);
    auto const page = world.read([](Call& call) { return db::facts_after(call.tx, 1, 1); });
    REQUIRE(page.size() == 1);
    CHECK(page[0].subject == "b");
}

TEST_CASE("data_epoch: a restore raises it")
{
    for_each_database([](World& world) {
        auto const before = world.read([](Call& call) { return db::data_epoch(call.tx); });
        world.write([](Call& call) { db::raise_data_epoch(call.tx); });
        CHECK(world.read([](Call& call) { return db::data_epoch(call.tx); }) == before + 1);
    });
}
