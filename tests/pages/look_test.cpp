#include "pages/status_page.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;

TEST_CASE("look: finds services, known issues and windows, whoever may see them")
{
    support::World world;
    auto const found = world.write([](Call& call) {
        auto const id = status::add_service(call, {.name = "Heron", .is_public = false})->id;
        (void)status::open_issue(call, {.title = "Slow", .services = {id}, .text = "It is."})
            .value();
        return pages::look(call);
    });
    CHECK(found.services.size() == 1);
    CHECK(found.issues.size() == 1);
    CHECK(found.now == world.now());
}

TEST_CASE("look: what was retired is kept apart, and its group's days with it")
{
    support::World world;
    auto const [group, uploads] = world.write([](Call& call) {
        auto const group = status::add_service(call, {.name = "Pictures", .is_group = true})->id;
        auto const uploads = status::add_service(call, {.name = "Uploads", .parent = group})->id;
        return std::pair{group, uploads};
    });
    world.pass(std::chrono::hours{1});
    auto const found = world.write([&](Call& call) {
        (void)status::retire_service(call, uploads, std::nullopt).value();
        return pages::look(call);
    });
    CHECK(found.services.size() == 1);
    REQUIRE(found.retired.size() == 1);
    CHECK(found.retired[0].id == uploads);
    CHECK(found.bars.at(group).shown == "100.00");
}
