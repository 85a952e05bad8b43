#include "status/uptime/timeline.hpp"

#include "status/uptime/tally.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const start = parse_rfc3339("2026-07-01T00:00:00Z").value();
Period const day{start, start + 24h};
UptimeRule const rule{.notice = 72h};

Tally of(Life life, UptimeRule const& by = rule)
{
    life.created = start - 24h;
    return tally_of(timeline(by, life, day));
}

Duration down(Tally const& tally)
{
    return tally.total() - tally.up;
}

}  // namespace

TEST_CASE("timeline: a service of which nothing was said was up, in one piece")
{
    CHECK(
        timeline(rule, {.created = start}, day) ==
        std::vector<Stretch>{{.from = day.from, .to = day.to}});
}

TEST_CASE("timeline: where two overlap, the worse one counts, once")
{
    Life const life{
        .created = start,
        .spells = {
            {.from = start + 1h, .to = start + 3h, .state = ServiceState::partial},
            {.from = start + 2h, .to = start + 4h, .state = ServiceState::major}}};
    auto const line = timeline(rule, life, {start, start + 4h});
    REQUIRE(line.size() == 3);
    CHECK(line[1].state == ServiceState::partial);
    CHECK(line[1].to == start + 2h);
    CHECK(line[2].state == ServiceState::major);
    CHECK(line[2].to == start + 4h);
}

TEST_CASE("timeline: two that meet are one stretch")
{
    Life const life{
        .created = start,
        .spells = {{.from = start, .to = start + 1h}, {.from = start + 1h, .to = start + 2h}}};
    CHECK(timeline(rule, life, {start, start + 2h}).size() == 1);
}

TEST_CASE("timeline: a service that fails by its own share counts by it")
{
    auto const tally =
        of({.spells = {
                {.from = start,
                 .to = start + 1h,
                 .state = ServiceState::degraded,
                 .failing = share(0.125)}}});
    CHECK(tally.lost() == Exact{Duration{450s}.count()});
}

TEST_CASE("timeline: a slow service never counts as nothing, unless its rule says so")
{
    Life const slow{.spells = {{.from = start, .to = start + 1h, .state = ServiceState::degraded}}};
    CHECK(of(slow).lost() == Exact{Duration{1080s}.count()});
    CHECK(of(slow, {.degraded = nothing_lost}).lost() == 0);
}

TEST_CASE("timeline: an open event counts until now, and what begins later not at all")
{
    auto const tally = of({.spells = {{.from = start + 20h}, {.from = start + 25h}}});
    CHECK(down(tally) == 4h);
}

TEST_CASE("timeline: what is lost without a break for less than the minimum counts as up")
{
    UptimeRule const patient{.minimum = 5min};
    Life const life{
        .spells = {
            {.from = start + 1h, .to = start + 1h + 5min - 1us},
            {.from = start + 2h, .to = start + 2h + 3min},
            {.from = start + 2h + 3min, .to = start + 2h + 5min, .state = ServiceState::partial}}};
    CHECK(down(of(life, patient)) == 5min);
    CHECK(of(life, patient).total() == 24h);
    CHECK(down(of(life)) == 10min - 1us);
    auto const line = timeline(patient, life, day);
    CHECK(line.at(1).counts == Counts::up);
    CHECK(line.at(1).state == ServiceState::major);
}

TEST_CASE("timeline: how long it lasted is not cut by the period, and what goes on lasts until now")
{
    UptimeRule const patient{.minimum = 5min};
    Life life{
        .spells = {
            {.from = start - 3min, .to = start + 2min},
            {.from = start + 24h - 1min, .to = start + 24h + 4min}}};
    CHECK(down(of(life, patient)) == 3min);
    life.spells = {{.from = start + 24h - 1min}};
    CHECK(down(of(life, patient)) == 0min);
    life.now = start + 24h + 4min;
    CHECK(down(of(life, patient)) == 1min);
}

TEST_CASE("timeline: time before a service existed is apart, whatever was said of it")
{
    Life const life{.created = start + 6h, .spells = {{.from = start}}};
    auto const tally = tally_of(timeline(rule, life, day));
    CHECK(tally.absent == 6h);
    CHECK(down(tally) == 18h);
    CHECK(tally.total() == 18h);
}

TEST_CASE("timeline: time of which nobody knows is apart: neither up nor down")
{
    auto const tally =
        of({.spells = {
                {.from = start, .to = start + 2h, .state = ServiceState::unknown},
                {.from = start + 1h, .to = start + 3h}}});
    CHECK(tally.unknown == 1h);
    CHECK(down(tally) == 2h);
    CHECK(tally.total() == 23h);
}

TEST_CASE("timeline: V18 and R-36, sixty minutes down are 60, 0 or a part of them")
{
    struct Row {
        Duration given;  // notice
        Duration offset;
        bool exclude = true;
        Duration counts;
    };
    auto const row = [&](Row const& r) {
        auto const from = start + 12h;
        Life const life{
            .spells = {{.from = from, .to = from + 60min}},
            .planned = {
                {.from = from + r.offset,
                 .to = from + r.offset + 60min,
                 .announced = from + r.offset - r.given}}};
        auto const tally = of(life, {.exclude_announced = r.exclude, .notice = 72h});
        CHECK(down(tally) == r.counts);
        CHECK(tally.total() == 24h);
    };
    row({.given = 71h + 59min, .offset = 0min, .counts = 60min});
    row({.given = 72h, .offset = 0min, .counts = 0min});
    row({.given = 72h + 1min, .offset = 0min, .counts = 0min});
    row({.given = 80h, .offset = -20min, .counts = 20min});  // it overran
    row({.given = 80h, .offset = 0min, .exclude = false, .counts = 60min});
}

TEST_CASE("timeline: maintenance without enough notice is lost time, also where nothing broke")
{
    Planned const sudden{.from = start + 1h, .to = start + 2h, .announced = start};
    CHECK(down(of({.planned = {sudden}})) == 1h);
    CHECK(down(of({.planned = {{.from = start + 1h, .to = start + 2h}}})) == 1h);
}

TEST_CASE("timeline: what overruns the announced time counts in the state that it had")
{
    auto const tally =
        of({.spells = {{.from = start + 1h, .to = start + 3h, .state = ServiceState::partial}},
            .planned = {{.from = start + 1h, .to = start + 2h, .announced = start - 80h}}});
    CHECK(tally.excused == 1h);
    CHECK(tally.lost() == Exact{Duration{18min}.count()});
}

TEST_CASE("timeline: R-36, outside of the hours in which it must be up it may be down")
{
    Life const life{
        .spells = {{.from = start + 8h + 30min, .to = start + 9h + 30min}},
        .covered = {{{start + 9h, start + 18h}}}};
    auto const tally = of(life);
    CHECK(down(tally) == 30min);
    CHECK(tally.total() == 9h);
    CHECK(tally.free == 15h);
}

TEST_CASE("worst_of: any part that is down brings the group down, excused parts do not")
{
    Life const planned{
        .created = start,
        .planned = {{.from = start + 1h, .to = start + 3h, .announced = start - 80h}}};
    Life const broken{
        .created = start + 1h,
        .spells = {{.from = start + 2h, .to = start + 4h, .state = ServiceState::partial}}};
    std::vector const parts{timeline(rule, planned, day), timeline(rule, broken, day)};
    auto const line = worst_of(parts, day);
    REQUIRE(line.size() == 4);
    CHECK(line[0].counts == Counts::up);
    CHECK(line[1].counts == Counts::excused);
    CHECK(
        line[2] == Stretch{
                       .from = start + 2h,
                       .to = start + 4h,
                       .counts = Counts::down,
                       .state = ServiceState::partial,
                       .weight = share(0.3).value()});
    CHECK(line[3].to == day.to);
}

TEST_CASE("worst_of: a group exists as soon as one of its parts does")
{
    std::vector const parts{
        timeline(rule, {.created = start + 4h}, day), timeline(rule, {.created = start + 2h}, day)};
    CHECK(tally_of(worst_of(parts, day)).absent == 2h);
    CHECK(tally_of(worst_of({}, day)).absent == 24h);
}
