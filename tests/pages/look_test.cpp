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

TEST_CASE("look_at: finds one thing, and what it was merged into")
{
    support::World world;
    world.write([](Call& call) {
        auto const id = status::add_service(call, {.name = "Heron"})->id;
        auto const publish = [&] {
            return status::publish(
                       call, {.title = "Slow",
                              .services = {{.service = id}},
                              .text = "It is.",
                              .next_word_at = call.now + std::chrono::hours{1}})
                ->id;
        };
        auto const part = publish();
        auto const whole = publish();
        REQUIRE(status::merge(call, part, {.into = whole, .text = "One cause."}, std::nullopt));
        auto const issue =
            status::open_issue(call, {.title = "Slow", .services = {id}, .text = "It is."});
        std::vector<IncidentId> ids;
        for (auto const& incident : pages::look_at(call, part.text()).latest)
            ids.push_back(incident.id);
        CHECK(ids == std::vector{part, whole});
        CHECK(pages::look_at(call, whole.text()).latest.size() == 1);
        CHECK(pages::look_at(call, issue->id.text()).issues.size() == 1);
        CHECK(pages::look_at(call, WindowId{7}.text()).windows.empty());
        CHECK(pages::look_at(call, "nonsense").latest.empty());
        return 0;
    });
}
