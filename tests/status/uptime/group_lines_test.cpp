#include "status/uptime/group_lines.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const start = parse_rfc3339("2026-03-04T00:00:00Z").value();
Period const day{start, start + 24h};

std::vector<Stretch> down_at(Duration from)
{
    Life const life{.created = start, .spells = {{.from = start + from, .to = start + from + 1h}}};
    return timeline({}, life, day);
}

Service service(std::int64_t id, bool is_group, std::optional<std::int64_t> parent = {})
{
    Service made{.id = ServiceId{id}, .is_group = is_group};
    if (parent)
        made.parent = ServiceId{*parent};
    return made;
}

}  // namespace

TEST_CASE("add_groups: a group is what its worst member is, members of its groups included")
{
    std::vector const services{
        service(1, true), service(2, true, 1), service(3, false, 2), service(4, false, 1)};
    Lines lines{{ServiceId{3}, down_at(2h)}, {ServiceId{4}, down_at(5h)}};
    add_groups(lines, services, day);
    auto const inner = lines.at(ServiceId{2});
    CHECK(inner == down_at(2h));
    auto const outer = lines.at(ServiceId{1});
    REQUIRE(outer.size() == 5);
    CHECK(outer[1].from == start + 2h);
    CHECK(outer[3].from == start + 5h);
}

TEST_CASE("add_groups: a group without members is absent")
{
    Lines lines;
    add_groups(lines, std::vector{service(1, true)}, day);
    REQUIRE(lines.at(ServiceId{1}).size() == 1);
    CHECK(lines.at(ServiceId{1}).front().counts == Counts::absent);
}
