#include "status/incidents/repeats.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using std::chrono::days;

namespace {

constexpr Instant today = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4};

Incident on(ServiceId service, std::optional<AccountId> account = std::nullopt)
{
    return {
        .id = IncidentId{100},
        .services = {{.service = service}},
        .account = account,
        .started_at = today};
}

Began began(std::int64_t incident, Instant at, std::int64_t service = 1)
{
    return {.incident = IncidentId{incident}, .service = ServiceId{service}, .started_at = at};
}

using Ids = std::vector<IncidentId>;

Ids repeats(Incident const& incident, std::span<Began const> all)
{
    Ids ids;
    for (auto const& repeat : repeats_of(incident, all))
        ids.push_back(repeat.incident);
    return ids;
}

}  // namespace

TEST_CASE("repeats_of: those on its services that began within 90 days before it, newest first")
{
    std::vector<Began> const all{
        began(1, today - days{91}), began(2, today - days{90}), began(3, today - days{60}, 2),
        began(4, today - days{1}),  began(100, today),          began(5, today + days{1})};
    CHECK(repeats(on(ServiceId{1}), all) == Ids{IncidentId{4}, IncidentId{2}});
    CHECK(repeats(on(ServiceId{2}), all) == Ids{IncidentId{3}});
    CHECK(repeats(on(ServiceId{3}), all).empty());
}

TEST_CASE("repeats_of: an earlier one that shares several services is named once, with these")
{
    auto incident = on(ServiceId{1});
    incident.services.push_back({.service = ServiceId{2}});
    auto const at = today - days{3};
    std::vector const all{began(1, at), began(1, at, 2), began(1, at, 3)};
    CHECK(
        repeats_of(incident, all) ==
        std::vector<Repeat>{{.incident = IncidentId{1}, .services = {ServiceId{2}, ServiceId{1}}}});
}

TEST_CASE("repeats_of: trouble of one account is named to that account only")
{
    auto one = began(1, today - days{3});
    one.account = AccountId{7};
    CHECK(repeats(on(ServiceId{1}), std::vector{one}).empty());
    CHECK(repeats(on(ServiceId{1}, AccountId{8}), std::vector{one}).empty());
    CHECK(repeats(on(ServiceId{1}, AccountId{7}), std::vector{one}) == Ids{IncidentId{1}});
}

TEST_CASE("repeats_of: a service that fails every day names the newest twenty")
{
    std::vector<Began> all;
    for (std::int64_t day = 40; day >= 1; --day)
        all.push_back(began(day, today - days{day}));
    auto const newest = repeats(on(ServiceId{1}), all);
    CHECK(newest.size() == most_repeats);
    CHECK(newest.front() == IncidentId{1});
}

TEST_CASE(
    "look_backs: one stretch where they reach into each other, and none for what lies between")
{
    CHECK(look_backs({}).empty());
    CHECK(
        look_backs({today, today - days{300}, today - days{90}, today - days{1}}) ==
        std::vector<LookBack>{
            {.from = today - days{390}, .to = today - days{300}},
            {.from = today - days{180}, .to = today}});
}
