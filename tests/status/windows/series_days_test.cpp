#include "status/windows/series_days.hpp"

#include "status/windows/series_samples.hpp"
#include "status/windows/series_store.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

constexpr auto week = 7 * 24h;
constexpr Instant second_thursday = first_thursday + week;

void keep(support::World& world, SeriesId id)
{
    world.write([&](Call& call) { keep_passed(call, id); });
}

std::optional<Instant> timer(support::World& world)
{
    return world.read([](Call& call) { return jobs::next_due(call.tx); });
}

using Starts = std::vector<Instant>;

}  // namespace

TEST_CASE("series days: one whose day passes undeclared is left out, and calendars are told so")
{
    support::for_each_database([](support::World& world) {
        customer_with_lead(world, 48);
        auto const added = thursdays(world, service(world, "Galleries").id);
        auto const day = second_thursday - 48h;
        world.go_to(day - 1us);
        auto const before = look(world, added.id).value();
        CHECK(before.left_out == Starts{first_thursday});
        world.go_to(day);
        auto const after = look(world, added.id).value();
        CHECK(after.left_out == Starts{first_thursday, second_thursday});
        CHECK(after.sequence == before.sequence + 1);
        CHECK(after.changed_at == day);
        CHECK(after.version == before.version);

        keep(world, added.id);
        CHECK(to_json(*look(world, added.id)) == to_json(after));
        world.pass(1h);
        CHECK(look(world, added.id)->changed_at == day);
    });
}

TEST_CASE("series days: one that is declared after its day is another change")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const added = thursdays(world, service(world, "Galleries").id);
    world.go_to(second_thursday - 1h);
    auto const passed = look(world, added.id).value();
    auto const used = use(world, added.id, second_thursday);
    REQUIRE(used);
    CHECK(used->sequence == passed.sequence + 1);
    CHECK(used->left_out == passed.left_out);
}

TEST_CASE("series days: what lay before it was made is left out, and is no change")
{
    support::World world;
    auto wish = every_thursday(service(world, "Galleries").id);
    wish.first = "2026-02-19T22:00";
    auto const added = world.write([&](Call& call) { return add_series(call, wish); });
    REQUIRE(added);
    CHECK(added->first_at == first_thursday - 2 * week);
    CHECK(added->left_out == Starts{first_thursday - 2 * week, first_thursday - week});
    CHECK(added->sequence == 0);
}

TEST_CASE("series days: what has passed stays so where a shorter notice is sold from now on")
{
    support::World world;
    auto const added = thursdays(world, service(world, "Galleries").id);
    world.write([&](Call& call) {  // when notice was a week longer
        store::save_passed(call.tx, added.id, {.until = second_thursday, .changed_at = call.now});
    });
    auto const seen = look(world, added.id).value();
    CHECK(bool{seen.occurrences[1].state == OccurrenceState::not_used});
    CHECK(bool{seen.occurrences[2].state == OccurrenceState::reserved});
    CHECK(seen.left_out == Starts{first_thursday, second_thursday});
    CHECK(seen.sequence == 2);
    CHECK(seen.changed_at == world.now());
}

TEST_CASE("series days: each is kept when it comes, and none once the series has ended")
{
    support::World world;
    customer_with_lead(world, 48);
    auto const added = thursdays(world, service(world, "Galleries").id);
    CHECK(timer(world) == second_thursday - 48h);  // the first one's day has passed already
    world.go_to(second_thursday - 48h);
    keep(world, added.id);
    CHECK(timer(world) == second_thursday + week - 48h);
    auto const end = [&](Call& call) { return end_series(call, added.id, std::nullopt); };
    auto const ended = world.write(end).value();
    CHECK(ended.sequence == look(world, added.id)->sequence);
    world.go_to(second_thursday + 10 * week);
    keep(world, added.id);
    CHECK(look(world, added.id)->sequence == ended.sequence);
    CHECK(look(world, added.id)->left_out == ended.left_out);
}

TEST_CASE("series days: of a long past the newest thousand are left out")
{
    support::World world;
    auto const daily = add(world, service(world, "Galleries").id, "FREQ=DAILY").value();
    world.go_to(first_thursday + 1'499 * 24h + 1h);
    auto const seen = look(world, daily.id).value();
    CHECK(seen.left_out.size() == 1'000);
    CHECK(seen.sequence == 1'500);
}
