#include "pages/status_page.hpp"

#include "accounts/accounts.hpp"
#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

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
        auto const parent = status::add_service(call, {.name = "Pictures", .is_group = true})->id;
        auto const member = status::add_service(call, {.name = "Uploads", .parent = parent})->id;
        return std::pair{parent, member};
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

TEST_CASE("look_at: what is past is told with the names of services that were retired since")
{
    support::World world;
    auto const [incident, uploads] = world.write([](Call& call) {
        auto const id = status::add_service(call, {.name = "Uploads"})->id;
        auto const published = status::publish(
            call, {.title = "Slow",
                   .services = {{.service = id}},
                   .text = "It is.",
                   .next_word_at = call.now + 1h});
        (void)status::resolve(call, published->id, {.text = "Mended."}, std::nullopt).value();
        return std::pair{published->id, id};
    });
    world.pass(1h);
    auto const seen = world.write([&](Call& call) {
        (void)status::retire_service(call, uploads, std::nullopt).value();
        return pages::all_seen(pages::look_at(call, incident.text()), {});
    });
    REQUIRE(seen.incidents.size() == 1);
    CHECK(seen.incidents[0].services.at(0).name == "Uploads");
}

TEST_CASE("look: a known issue stays while it is open, and for a week after")
{
    support::World world;
    auto const old = world.write([](Call& call) {
        auto const id = status::add_service(call, {.name = "Uploads"})->id;
        auto const open = [&](std::string title) {
            return status::open_issue(
                       call, {.title = std::move(title), .services = {id}, .text = "It is."})
                .value()
                .id;
        };
        auto const first = open("Old");
        for (int i = 0; i < 120; ++i)
            (void)status::close_issue(
                call, open("New"), {.text = "Mended.", .notify = false}, std::nullopt)
                .value();
        return first;
    });
    auto const titles = [&] {
        return world.read([](Call& call) { return pages::look(call).issues; });
    };
    CHECK(titles().size() == 121);
    CHECK(titles().back().id == old);
    world.pass(7 * 24h + 1s);
    REQUIRE(titles().size() == 1);
    CHECK(titles().front().id == old);
}

TEST_CASE("look: the past of one account is seen by whoever looks for it, and takes nobody's place")
{
    support::World world;
    world.write([](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Pro";
        auto const sold = accounts::add_plan(call, plan).value().id;
        auto const id = status::add_service(call, {.name = "Uploads"})->id;
        auto const ada = accounts::add_account(call, {.name = "Ada", .plan = sold}).value().id;
        status::NewIncident wish{
            .title = "Everybody's",
            .services = {{.service = id}},
            .text = "We look for the cause.",
            .next_word_at = call.now + 1h};
        auto const end = [&](status::Incident const& incident) {
            (void)status::resolve(call, incident.id, {.text = "Mended."}, std::nullopt).value();
        };
        end(status::publish(call, wish).value());
        wish.title = "Ada's";
        wish.account = ada;
        for (int i = 0; i < 150; ++i)
            end(status::publish(call, wish).value());

        auto const everybody = pages::look(call).latest;
        CHECK(std::ranges::count(everybody, "Everybody's", &status::Incident::title) == 1);
        CHECK(pages::look(call, ada).latest.size() == 151);
    });
}
