#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Result<Service> confirm(support::World& world, Actor const& actor, ServiceId id)
{
    return world.write(actor, [&](Call& call) { return confirm_service(call, id); });
}

}  // namespace

TEST_CASE("confirm_service: a person has looked, and it says when and who")
{
    support::World world;
    auto const ada = samples::as(samples::person(world, "Ada"));
    auto const id = samples::service(world, "Galleries").id;
    world.pass(1h);
    auto const confirmed = confirm(world, ada, id);
    REQUIRE(confirmed);
    REQUIRE(confirmed->checked);
    CHECK(confirmed->checked->at == world.now());
    CHECK(confirmed->checked->seen_from == "Ada");
    CHECK(confirmed->checked->by_person);
    CHECK(samples::said(world).back() == support::ToldFact{"ServiceChanged", id.text()});
}

TEST_CASE("confirm_service: it ends what a watcher made us doubt, until that sees something else")
{
    support::World world;
    auto const ada = samples::as(samples::person(world, "Ada"));
    auto const id = samples::service(world, "Galleries").id;
    auto const see = [&](SeenState state) {
        return world
            .write([&](Call& call) {
                return observe(call, {.service = id, .state = state, .seen_from = "fra-1"});
            })
            .value()
            .state;
    };
    CHECK(see(SeenState::degraded) == ServiceState::unknown);
    world.pass(1min);
    CHECK(confirm(world, ada, id)->state == ServiceState::operational);
    CHECK(world
              .read([](Call& call) {
                  return incidents(call.tx, call.now, std::nullopt, 10, Which::suspected);
              })
              .empty());
    world.pass(1min);
    CHECK(see(SeenState::degraded) == ServiceState::operational);
    world.pass(1min);
    CHECK(see(SeenState::major) == ServiceState::unknown);
}

TEST_CASE("confirm_service: nobody but a person can say so, and not against an open incident")
{
    support::World world;
    auto const ada = samples::as(samples::person(world, "Ada"));
    auto const id = samples::service(world, "Galleries").id;
    auto const group = samples::group(world, "Website").id;
    auto const code = [&](Actor const& actor, ServiceId service) {
        auto const confirmed = confirm(world, actor, service);
        return confirmed ? "" : confirmed.error().code;
    };
    CHECK(code(Actor::system(), id) == "service.needs_person");
    CHECK(code(ada, ServiceId{1}) == "service.not_found");
    CHECK(code(ada, group) == "service.is_group");
    auto const open = samples::publish(world, samples::outage_of(world, id)).value();
    CHECK(code(ada, id) == "service.has_incident");
    REQUIRE(samples::resolve(world, open.id));
    REQUIRE(world.write([&](Call& call) { return retire_service(call, id, std::nullopt); }));
    CHECK(code(ada, id) == "service.retired");
}
