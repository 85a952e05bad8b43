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
