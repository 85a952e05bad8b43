#include "status/issues/issue_samples.hpp"
#include "status/windows/series_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Result<Service> change(
    support::World& world, ServiceId id, NewService const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return change_service(call, id, wish, version); });
}

Result<Service>
retire(support::World& world, ServiceId id, std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return retire_service(call, id, version); });
}

Service look(support::World& world, ServiceId id)
{
    return world.read([&](Call& call) { return find_service(call.tx, id).value(); });
}

template <class T>
std::string code_of(Result<T> const& refused)
{
    return refused ? "" : refused.error().code;
}

}  // namespace

TEST_CASE("change_service: a service is as it was wished, and a fact says so")
{
    support::World world;
    auto const website = samples::group(world, "Website");
    auto const galleries = samples::service(world, "Galleries");
    auto const changed = change(
        world, galleries.id,
        {.name = " Albums ",
         .description = "Pictures",
         .is_public = false,
         .position = 7,
         .parent = website.id,
         .checked_every_s = 60},
        1);
    REQUIRE(changed);
    CHECK(changed->name == "Albums");
    CHECK(changed->description == "Pictures");
    CHECK_FALSE(changed->is_public);
    CHECK(changed->position == 7);
    CHECK(changed->parent == website.id);
    CHECK(changed->checked_every_s == 60);
    CHECK(changed->version == 2);
    CHECK(to_json(look(world, galleries.id)) == to_json(*changed));
    CHECK(samples::said(world).back() == support::ToldFact{"ServiceChanged", galleries.id.text()});
}

TEST_CASE("change_service: what cannot be is refused, and nothing is written")
{
    support::World world;
    auto const website = samples::group(world, "Website").id;
    auto const galleries = samples::service(world, "Galleries").id;
    CHECK(code_of(change(world, ServiceId{1}, {.name = "Albums"})) == "service.not_found");
    CHECK(code_of(change(world, galleries, {.name = "Albums"}, 7)) == "http.stale");
    CHECK(code_of(change(world, galleries, {.name = ""})) == "service.needs_name");
    CHECK(
        code_of(change(world, galleries, {.name = "Albums", .is_group = true})) ==
        "service.kind_is_fixed");
    CHECK(
        code_of(change(world, website, {.name = "Website", .is_group = true, .parent = website})) ==
        "service.in_a_circle");
    CHECK(look(world, galleries).version == 1);
    CHECK(samples::said(world).size() == 2);
}

TEST_CASE("retire_service: nobody sees it any more, its history stays and its name is free")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries");
    world.pass(1h);
    auto const retired = retire(world, galleries.id);
    REQUIRE(retired);
    CHECK(retired->retired_at == world.now());
    CHECK(to_json(look(world, galleries.id)) == to_json(*retired));
    world.read([](Call& call) {
        CHECK(services(call.tx).empty());
        CHECK_FALSE(find_service_named(call.tx, "Galleries"));
    });
    CHECK(samples::service(world, "Galleries").id != galleries.id);
    CHECK(code_of(change(world, galleries.id, {.name = "Albums"})) == "service.retired");
}

TEST_CASE("retire_service: said twice, it happened once")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries");
    auto const first = retire(world, galleries.id, 1);
    world.pass(1h);
    auto const again = retire(world, galleries.id, 1);
    REQUIRE(again);
    CHECK(again->retired_at == first->retired_at);
    CHECK(samples::said(world).size() == 2);
}

TEST_CASE("retire_service: a group goes after its members")
{
    support::World world;
    auto const website = samples::group(world, "Website").id;
    auto const galleries = samples::service_below(world, "Galleries", website).id;
    CHECK(code_of(retire(world, website)) == "service.has_members");
    REQUIRE(retire(world, galleries));
    CHECK(retire(world, website));
}

TEST_CASE("retire_service: what a known issue or a recurring window names stays until that is over")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const issue = samples::open(world, samples::slow_search(world, galleries)).value();
    CHECK(code_of(retire(world, galleries)) == "service.in_use");
    REQUIRE(samples::close(world, issue.id));
    auto const series = samples::thursdays(world, galleries);
    CHECK(code_of(retire(world, galleries)) == "service.in_use");
    world.write([&](Call& call) { (void)end_series(call, series.id, {}).value(); });
    CHECK(retire(world, galleries));
}

TEST_CASE("retire_service: what an open incident or a window names stays until that is over")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const incident = samples::publish(world, samples::outage_of(world, galleries)).value();
    CHECK(code_of(retire(world, galleries)) == "service.in_use");
    REQUIRE(samples::resolve(world, incident.id));
    auto const window = samples::plan(world, samples::work_on(world, galleries)).value();
    CHECK(code_of(retire(world, galleries)) == "service.in_use");
    REQUIRE(samples::call_off(world, window.id));
    CHECK(retire(world, galleries));
}

TEST_CASE("retire_service: somebody else's change, and what is not there, are refused")
{
    support::World world;
    CHECK(code_of(retire(world, ServiceId{1})) == "service.not_found");
    CHECK(code_of(retire(world, samples::service(world, "Galleries").id, 2)) == "http.stale");
}
