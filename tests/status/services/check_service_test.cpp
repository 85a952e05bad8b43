#include "status/services/check_service.hpp"

#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

Result<void> named(support::World& world, std::vector<ServiceId> const& services)
{
    return world.read(
        [&](Call& call) { return check_named_services(call.tx, services, ".service"); });
}

}  // namespace

TEST_CASE("check_service: a change may keep its own name, and not take another's")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries");
    samples::service(world, "Uploads");
    world.read([&](Call& call) {
        CHECK(check_service(call.tx, {.name = "galleries"}, galleries.id));
        CHECK(
            check_service(call.tx, {.name = "uploads"}, galleries.id).error().code ==
            "service.name_taken");
    });
}

TEST_CASE("check_named_services: something can be said of services that are in use, each once")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const uploads = samples::service(world, "Uploads").id;
    CHECK(named(world, {galleries, uploads}));

    auto const twice = named(world, {galleries, galleries});
    REQUIRE(twice.has_error());
    CHECK(twice.error().code == "service.named_twice");
    CHECK(twice.error().field == "services[1].service");
}

TEST_CASE("check_named_services: what is not there, retired or a group is refused where it stands")
{
    support::World world;
    auto const galleries = samples::service(world, "Galleries").id;
    auto const retired = samples::service(world, "FTP").id;
    REQUIRE(world.write([&](Call& call) { return retire_service(call, retired, std::nullopt); }));
    auto const website = samples::group(world, "Website").id;
    for (auto const& [id, code] :
         {std::pair{ServiceId{1}, "service.not_found"}, std::pair{retired, "service.retired"},
          std::pair{website, "service.is_group"}}) {
        CAPTURE(code);
        auto const refused = named(world, {galleries, id});
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == code);
        CHECK(refused.error().field == "services[1].service");
    }
}

TEST_CASE("check_used_services: what is used is there and in use, or was used before")
{
    support::World world;
    auto const uploads = samples::service(world, "Uploads").id;
    auto const birds = samples::group(world, "Birds").id;
    auto const old = samples::service(world, "Old").id;
    (void)world.write([&](Call& call) { return retire_service(call, old, std::nullopt); });
    auto const check = [&](std::vector<ServiceId> const& services,
                           std::vector<ServiceId> const& held = {}) {
        return world.read([&](Call& call) { return check_used_services(call.tx, services, held); });
    };
    CHECK(check({uploads, birds}));
    CHECK(check({uploads, old}).error().code == "service.retired");
    CHECK(check({uploads, old}).error().field == "services[1]");
    CHECK(check({ServiceId{99}}).error().code == "service.not_found");
    CHECK(check({old, ServiceId{99}}, {old, ServiceId{99}}));
}
