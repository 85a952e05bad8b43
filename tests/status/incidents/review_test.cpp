#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

Result<Incident> review(
    support::World& world, IncidentId id, Review const& wish = {.text = "We alarm on full disks."},
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return status::review(call, id, wish, version); });
}

}  // namespace

TEST_CASE("review: it comes after the end, and goes to those who were told")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries").id;
        customer(world, "Ada");
        auto const incident = publish(world, outage_of(world, galleries));
        customer(world, "Bob");
        REQUIRE(resolve(world, incident->id, {.text = "A disk was full.", .notify = false}));
        world.pass(48h);
        auto const reviewed = review(world, incident->id);
        REQUIRE(reviewed);
        CHECK(reviewed->state == IncidentState::review);
        CHECK(reviewed->reviewed_at == world.now());
        CHECK(reviewed->resolved_at == world.now() - 48h);
        CHECK(reviewed->updates.at(0).text == "We alarm on full disks.");
        CHECK(told(world, incident->id) == Words{"Ada superseded", "Ada queued"});
        CHECK(said(world).back() == support::ToldFact{"IncidentReviewed", incident->id.text()});
        CHECK(to_json(look(world, incident->id).value()) == to_json(*reviewed));
        CHECK(promised(world, incident->id) == Words{"next_word kept"});
    });
}

TEST_CASE("review: with notify false it is public and nobody is told")
{
    support::World world;
    customer(world, "Ada");
    auto wish = outage_of(world, service(world, "Galleries").id);
    wish.notify = false;
    auto const incident = publish(world, wish);
    REQUIRE(resolve(world, incident->id, {.text = "A disk was full.", .notify = false}));
    REQUIRE(review(world, incident->id, {.text = "So it came.", .notify = false}));
    CHECK(told(world, incident->id).empty());
}

TEST_CASE("review: said twice it is one; a better one is a further word")
{
    support::World world;
    auto const incident = publish(world, outage_of(world, service(world, "Galleries").id));
    REQUIRE(resolve(world, incident->id));
    auto const first = review(world, incident->id);
    world.pass(1h);
    CHECK(to_json(*review(world, incident->id)) == to_json(*first));
    auto const better = review(world, incident->id, {.text = "And we bought disks."});
    CHECK(better->updates.size() == 4);
    CHECK(better->reviewed_at == first->reviewed_at);
}

TEST_CASE("review: what is open, suspected, unknown or old has none")
{
    support::World world;
    auto const galleries = service(world, "Galleries").id;
    auto const incident = publish(world, outage_of(world, galleries));
    CHECK(review(world, incident->id).error().code == "incident.open");
    CHECK(review(world, IncidentId{1}).error().code == "incident.not_found");
    REQUIRE(resolve(world, incident->id));
    CHECK(review(world, incident->id, {.text = " "}).error().code == "update.needs_text");
    CHECK(review(world, incident->id, {.text = "So."}, 1).error().kind == Refusal::stale);
    auto const suspected = world.write([&](Call& call) {
        return suspect(call, {.title = "Slow", .services = {{.service = galleries}}});
    });
    CHECK(review(world, suspected->id).error().code == "incident.suspected");
}
