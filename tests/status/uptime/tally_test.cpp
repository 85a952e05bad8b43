// Every vector of the table that the arithmetic was designed by, then its laws, then the same sums
// by a model that knows nothing of sweeps: it looks at each second by itself.
#include "status/uptime/tally.hpp"

#include "status/uptime/credit.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const start = parse_rfc3339("2026-07-01T00:00:00Z").value();

Spell spell(Duration from, Duration to, ServiceState state = ServiceState::major)
{
    return {.from = start + from, .to = start + to, .state = state};
}

Tally tally_over(Duration length, std::vector<Spell> spells, UptimeRule const& rule = {})
{
    Life const life{.created = start, .spells = std::move(spells)};
    return tally_of(timeline(rule, life, {start, start + length}));
}

std::string percent(Tally const& tally, int decimals = 6)
{
    return shown_percent(tally, decimals).value();
}

Tally after(int days, Duration down)
{
    return tally_over(std::chrono::days{days}, {spell(1h, 1h + down)});
}

}  // namespace

TEST_CASE("availability: V1 to V7, one outage in a period")
{
    struct Row {
        char const* name;
        Tally tally;
        char const* percent;
        bool meets_99_9;
    };
    std::vector<Row> const rows{
        {"V1", after(30, 60min), "99.861111", false},
        {"V2 met", after(31, 44min), "99.901433", true},  // ..4337, cut
        {"V2 breach", after(31, 45min), "99.899193", false},
        {"V3 exactly", after(30, 43min + 12s), "99.900000", true},
        {"V3 a microsecond more", after(30, 43min + 12s + 1us), "99.899999", false},
        {"V3 met", after(30, 43min), "99.900462", true},
        {"V3 breach", after(30, 44min), "99.898148", false},
        {"V4 met", after(28, 40min), "99.900793", true},
        {"V4 breach", after(28, 41min), "99.898313", false},
        {"V5 exactly 99", after(30, 432min), "99.000000", false},
        {"V5 below 99", after(30, 433min), "98.997685", false},
        {"V6 exactly 95", after(30, 2160min), "95.000000", false},
        {"V6 below 95", after(30, 2161min), "94.997685", false},
    };
    for (auto const& row : rows) {
        CAPTURE(row.name);
        CHECK(percent(row.tally) == row.percent);
        CHECK(meets(row.tally, 99.9) == row.meets_99_9);
    }
    CHECK(percent(after(30, 60min), 2) == "99.86");
    CHECK(percent(after(31, 45min), 2) == "99.89");                      // half up would show 99.90
    CHECK(percent(tally_over(60min, {spell(0min, 20min)}), 0) == "66");  // V7
}

TEST_CASE("availability: V8 and V9, time that is partly lost counts by its weight")
{
    auto const partial = ServiceState::partial;
    CHECK(
        percent(tally_over(
            std::chrono::days{90}, {spell(0min, 60min), spell(2h, 2h + 100min, partial)})) ==
        "99.930555");
    auto const month = std::chrono::days{30};
    std::vector const outage{spell(0min, 60min, partial)};
    CHECK(percent(tally_over(month, outage, {.partial = share(0.3).value()})) == "99.958333");
    CHECK(percent(tally_over(month, outage, {.partial = share(0.7).value()})) == "99.902777");
}

TEST_CASE("availability: V10, what is open counts until now, and so does the period")
{
    Life const life{.created = start, .spells = {{.from = start + std::chrono::days{16}}}};
    auto const tally = tally_of(timeline({}, life, {start, start + std::chrono::days{18}}));
    CHECK(percent(tally, 2) == "88.88");
    CHECK(*availability(tally) == Exact{16, 18});
}

TEST_CASE("availability: V11, the denominator starts when the service does")
{
    auto const created = start + std::chrono::days{16};
    Life const life{.created = created, .spells = {{.from = created}}};
    auto const tally = tally_of(timeline({}, life, {start, start + std::chrono::days{18}}));
    CHECK(percent(tally, 2) == "0.00");
    CHECK(tally.total() == std::chrono::days{2});
}

TEST_CASE("availability: V12, what ended before the period or goes on after it does not leak in")
{
    CHECK(percent(tally_over(24h, {spell(-48h, -24h)})) == "100.000000");
    CHECK(percent(tally_over(24h, {spell(48h, 72h)})) == "100.000000");
    CHECK(percent(tally_over(24h, {spell(-48h, 6h), spell(18h, 72h)})) == "50.000000");
}

TEST_CASE("availability: V13, intervals of five minutes are time like any other")
{
    auto const bad = [](int intervals) {
        std::vector<Spell> spells;
        for (int i = 0; i < intervals; ++i)
            spells.push_back(spell(i * 1h, i * 1h + 5min));
        return tally_over(5min * 8640, spells);
    };
    CHECK(percent(bad(12)) == "99.861111");
    CHECK(percent(bad(9)) == "99.895833");
    CHECK_FALSE(meets(bad(9), 99.9));
}

TEST_CASE("availability: V14, an average is made of account-minutes")
{
    Tally all;
    for (int account = 0; account < 100; ++account)
        all += after(30, account < 50 ? 120min : 0min);
    CHECK(percent(all) == "99.861111");
}

TEST_CASE("availability: where nothing counted there is none, and nothing was missed")
{
    Tally const nothing;
    CHECK_FALSE(availability(nothing));
    CHECK_FALSE(shown_percent(nothing, 2));
    CHECK(meets(nothing, 100));
}

TEST_CASE("left: what may still be lost until the target is missed")
{
    auto const month = std::chrono::days{30};
    CHECK(left(after(10, 13min), month, 99.9) == 30min + 12s);
    CHECK(left(after(10, 44min), month, 99.9) == -48s);
}

// --- the laws ---
namespace {

struct World {
    UptimeRule rule;
    Life life;
    int length = 0;
};

template <class T>
T one_of(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

int second_within(int from, int to)
{
    return *rc::gen::inRange(from, to + 1);
}

// Seconds are drawn around the period, so that much overlaps, meets and lies half outside.
World any_world()
{
    World world;
    world.length = second_within(1, 120);
    auto const moment = [&] {
        return start + std::chrono::seconds{second_within(-20, world.length + 20)};
    };
    world.rule = {
        .partial = one_of({share(0.3).value(), share(0.7).value(), nothing_lost}),
        .degraded = one_of({share(0.3).value(), share(0.5).value()}),
        .exclude_announced = second_within(0, 3) != 0,
        .notice = std::chrono::seconds{second_within(0, 30)}};
    world.life.created = moment();
    for (int i = second_within(0, 8); i > 0; --i) {
        auto const from = moment();
        Spell spell{
            .from = from,
            .state = one_of(
                {ServiceState::operational, ServiceState::degraded, ServiceState::partial,
                 ServiceState::major, ServiceState::maintenance, ServiceState::unknown})};
        if (second_within(0, 4) != 0)
            spell.to = std::max(from, moment());
        if (second_within(0, 2) == 0)
            spell.failing = share(0.1);
        world.life.spells.push_back(spell);
    }
    for (int i = second_within(0, 4); i > 0; --i) {
        auto const from = moment();
        world.life.planned.push_back(
            {.from = from,
             .to = std::max(from, moment()),
             .announced = from - std::chrono::seconds{second_within(0, 40)}});
    }
    return world;
}

Tally tally_between(World const& world, int from, int to)
{
    return tally_of(timeline(
        world.rule, world.life,
        {start + std::chrono::seconds{from}, start + std::chrono::seconds{to}}));
}

bool covers(Instant from, std::optional<Instant> to, Instant at)
{
    return from <= at && (!to || at < *to);
}

// How one second counts, by asking everything about it.
void add_second(World const& world, Instant at, Tally& tally)
{
    Duration const second = 1s;
    if (at < world.life.created) {
        tally.absent += second;
        return;
    }
    std::optional<Share> most;
    bool is_unknown = false;
    bool is_excused = false;
    auto const lose = [&](Share share) { most = std::max(most.value_or(nothing_lost), share); };
    for (auto const& planned : world.life.planned)
        if (covers(planned.from, planned.to, at)) {
            if (world.rule.exclude_announced &&
                planned.from - *planned.announced >= world.rule.notice)
                is_excused = true;
            else
                lose(all_lost);
        }
    for (auto const& spell : world.life.spells) {
        if (!covers(spell.from, spell.to, at) || spell.state == ServiceState::operational)
            continue;
        if (spell.state == ServiceState::unknown)
            is_unknown = true;
        else if (spell.state == ServiceState::degraded)
            lose(spell.failing.value_or(world.rule.degraded));
        else if (spell.state == ServiceState::partial)
            lose(spell.failing.value_or(world.rule.partial));
        else
            lose(all_lost);
    }
    if (is_excused) {
        tally.up += second;
        tally.excused += second;
    } else if (most) {
        tally.down[*most] += second;
    } else if (is_unknown) {
        tally.unknown += second;
    } else {
        tally.up += second;
    }
}

}  // namespace

TEST_CASE("tally_of: it is the sum over all seconds, each looked at by itself")
{
    CHECK(rc::check([] {
        auto const world = any_world();
        Tally by_seconds;
        for (int i = 0; i < world.length; ++i)
            add_second(world, start + std::chrono::seconds{i}, by_seconds);
        RC_ASSERT(tally_between(world, 0, world.length) == by_seconds);
    }));
}

TEST_CASE("tally_of: splitting a period never changes the sum")
{
    CHECK(rc::check([] {
        auto const world = any_world();
        auto const middle = second_within(0, world.length);
        auto sum = tally_between(world, 0, middle);
        sum += tally_between(world, middle, world.length);
        RC_ASSERT(sum == tally_between(world, 0, world.length));
    }));
}

TEST_CASE("tally_of: overlap never counts twice, and nothing is lost: all of the period is there")
{
    CHECK(rc::check([] {
        auto world = any_world();
        auto const once = tally_between(world, 0, world.length);
        RC_ASSERT(once.total() + once.unknown + once.absent == std::chrono::seconds{world.length});
        auto const again = world.life.spells;
        world.life.spells.insert(world.life.spells.end(), again.begin(), again.end());
        RC_ASSERT(tally_between(world, 0, world.length) == once);
    }));
}

TEST_CASE("tally_of: the order in which things were said makes no difference")
{
    CHECK(rc::check([] {
        auto world = any_world();
        auto const sum = tally_between(world, 0, world.length);
        std::ranges::reverse(world.life.spells);
        std::ranges::reverse(world.life.planned);
        auto const pivot = second_within(0, static_cast<int>(world.life.spells.size()));
        std::ranges::rotate(world.life.spells, world.life.spells.begin() + pivot);
        RC_ASSERT(tally_between(world, 0, world.length) == sum);
    }));
}
