#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

Result<Service> add(support::World& world, NewService const& wish)
{
    return world.write([&](Call& call) { return add_service(call, wish); });
}

}  // namespace

TEST_CASE("add_service: a service is there as it was wished, operational, and a fact says so")
{
    support::World world;
    auto const added =
        add(world, {.name = " Galleries ", .description = "Pictures", .is_public = false});
    REQUIRE(added);
    CHECK(added->name == "Galleries");
    CHECK(added->description == "Pictures");
    CHECK_FALSE(added->is_public);
    CHECK(added->state == ServiceState::operational);
    CHECK(added->created_at == world.now());
    CHECK(samples::said(world) == support::Told{{"ServiceChanged", added->id.text()}});
    world.read([&](Call& call) {
        CHECK(to_json(find_service(call.tx, added->id).value()) == to_json(*added));
        CHECK(find_service_named(call.tx, " GALLERIES ")->id == added->id);
        CHECK_FALSE(find_service(call.tx, ServiceId{1}));
    });
}

TEST_CASE("add_service: a service stands below a group, and nowhere else")
{
    support::World world;
    auto const group = add(world, {.name = "Website", .is_group = true});
    auto const child = add(world, {.name = "Galleries", .parent = group->id});
    REQUIRE(child);
    CHECK(child->parent == group->id);
    auto const refused = add(world, {.name = "Thumbnails", .parent = child->id});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "service.no_group");
}

TEST_CASE("add_service: what cannot be a service is refused with its field")
{
    support::World world;
    REQUIRE(add(world, {.name = "Galleries"}));
    struct Row {
        NewService wish;
        std::string code, field;
    };
    for (auto const& row : std::vector<Row>{
             {{.name = " \t"}, "service.needs_name", "name"},
             {{.name = std::string(201, 'x')}, "service.needs_name", "name"},
             {{.name = "gALLERIES "}, "service.name_taken", "name"},
             {{.name = "Uploads", .description = std::string(10'001, 'x')},
              "service.too_long",
              "description"},
             {{.name = "Uploads", .parent = ServiceId{1}}, "service.not_found", "parent"},
             {{.name = "Uploads", .checked_every_s = 9}, "service.bad_interval", "checked_every_s"},
             {{.name = "Uploads", .checked_every_s = 86'401},
              "service.bad_interval",
              "checked_every_s"},
             {{.name = "Uploads", .is_group = true, .checked_every_s = 60},
              "service.bad_interval",
              "checked_every_s"}}) {
        CAPTURE(row.code);
        auto const refused = add(world, row.wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
    CHECK(samples::said(world).size() == 1);
}

TEST_CASE("services: all of them, by position and then by name")
{
    support::World world;
    for (auto const& [name, position] :
         {std::pair{"uploads", 1}, std::pair{"Website", 0}, std::pair{"Galleries", 1}})
        samples::service(world, name, position);
    auto const all = world.read([](Call& call) { return services(call.tx); });
    REQUIRE(all.size() == 3);
    CHECK(all[0].name == "Website");
    CHECK(all[1].name == "Galleries");
    CHECK(all[2].name == "uploads");
}
