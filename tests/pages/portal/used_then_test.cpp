#include "pages/portal/used_then.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;
using sample::noon;

namespace {

constexpr AccountId ada{4};
constexpr ServiceId galleries{1};
constexpr ServiceId statistics{2};
constexpr ServiceId heron{9};

// From ten to eleven, or as long as is said.
status::Incident trouble(
    std::int64_t id, ServiceId on, Instant from = noon - 2h, std::optional<Instant> to = noon - 1h)
{
    return {
        .id = IncidentId{id},
        .title = fmt::format("Incident {}", id),
        .state = to ? status::IncidentState::resolved : status::IncidentState::identified,
        .services = {{.service = on}},
        .started_at = from,
        .resolved_at = to};
}

Found past(std::vector<status::Incident> incidents)
{
    auto found = sample::found();
    found.services.push_back(sample::service(9, "Heron"));
    found.services.back().is_public = false;
    found.open.clear();
    found.latest = std::move(incidents);
    return found;
}

using Uses = std::vector<accounts::DatedUses>;

// "7 8": which incidents are seen, in the order of their ids.
std::string seen(Found const& found, Uses const& uses)
{
    std::set<std::int64_t> ids;
    for (auto const& incident : seen_then(found, ada, uses).incidents)
        ids.insert(incident.id.value());
    return fmt::format("{}", fmt::join(ids, " "));
}

}  // namespace

TEST_CASE("seen_then: what was used while it lasted is seen, what came or went at its edges not")
{
    auto const found = past({trouble(7, galleries), trouble(8, statistics)});
    CHECK(seen(found, {{noon - 9h, {{galleries}}}}) == "7");
    CHECK(seen(found, {{noon - 9h, {{galleries}}}, {noon - 2h, {{statistics}}}}) == "8");
    CHECK(seen(found, {{noon - 9h, {{galleries}}}, {noon - 1h, {{statistics}}}}) == "7");
    CHECK(seen(found, {{noon - 9h, {{galleries}}}, {noon - 90min, {{statistics}}}}) == "7 8");
}

TEST_CASE("seen_then: what was used first was used before, what is used last from then on")
{
    auto const found = past(
        {trouble(7, galleries, noon - 9h, noon - 8h),
         trouble(8, statistics, noon - 1h, std::nullopt)});
    CHECK(seen(found, {{noon - 4h, {{galleries, statistics}}}}) == "7 8");
}

TEST_CASE("seen_then: where nobody knew what was used, what is public is seen and nothing else")
{
    auto const found = past({trouble(7, galleries), trouble(8, heron)});
    CHECK(seen(found, {{noon - 9h, std::nullopt}}) == "7");
    CHECK(seen(found, {{noon - 9h, {{heron}}}}) == "8");
    CHECK(seen(found, {{noon - 9h, std::nullopt}, {noon - 90min, {{heron}}}}) == "7 8");
}

TEST_CASE("seen_then: his own trouble is seen on whatever it was, another account's is not")
{
    auto own = trouble(7, statistics);
    own.account = ada;
    auto others = trouble(8, galleries);
    others.account = AccountId{5};
    CHECK(seen(past({own, others}), {{noon - 9h, {{galleries}}}}) == "7");
}

TEST_CASE("seen_then: work and known issues go by the same rule")
{
    auto found = past({});
    found.windows = {sample::work(), sample::work(status::WindowState::finished)};
    found.windows[1].closed_at = found.windows[1].ends_at;
    found.issues = {{.id = IssueId{1}, .services = {galleries}, .created_at = noon - 3h}};
    auto const gone = seen_then(
        found, ada, Uses{{noon - 9h, {{galleries, ServiceId{3}}}}, {noon, {{statistics}}}});
    CHECK(gone.issues.size() == 1);
    auto const later =
        seen_then(found, ada, Uses{{noon - 9h, {{ServiceId{2}}}}, {noon + 11h, {{ServiceId{3}}}}});
    CHECK(later.issues.empty());
    CHECK(later.windows.size() == 2);
}

TEST_CASE("seen_then: all services that were ever used are named, those retired since too")
{
    auto found = past({trouble(7, heron)});
    found.retired = {found.services.back()};
    found.services.pop_back();
    auto const all =
        seen_then(found, ada, Uses{{noon - 9h, {{heron}}}, {noon - 30min, {{galleries}}}});
    REQUIRE(all.services.size() == 2);
    CHECK(all.services[0].name == "Galleries");
    CHECK(all.services[1].name == "Heron");
    CHECK(all.incidents.at(0).services.at(0).name == "Heron");
}
