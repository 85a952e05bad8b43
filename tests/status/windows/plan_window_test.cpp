#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

TEST_CASE("plan_window: a window answers as it is read later")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        auto const uploads = service(world, "Uploads");
        auto wish = work_on(world, uploads.id);
        wish.services.push_back(galleries.id);
        wish.title = " New disks ";
        auto const window = plan(world, wish);
        REQUIRE(window);
        CHECK(window->title == "New disks");
        CHECK(bool{window->state == WindowState::planned});
        CHECK(window->text == "Galleries are read-only meanwhile.");
        CHECK(window->created_at == world.now());
        CHECK(window->words.size() == 1);
        CHECK(to_json(look(world, window->id).value()) == to_json(*window));
        CHECK(said(world).back() == support::ToldFact{"WindowPlanned", window->id.text()});
    });
}

TEST_CASE("plan_window: whoever uses the service, or may use it, hears of it, on the topic planned")
{
    support::for_each_database([](support::World& world) {
        auto const galleries = service(world, "Galleries");
        customer(world, "Ada", std::vector{galleries.id});
        customer(world, "Bob", std::vector{service(world, "Uploads").id});
        auto const eve = customer(world, "Eve");
        world.write([&](Call& call) {
            (void)accounts::choose_topics(call, eve, {{accounts::Topic::unplanned}}).value();
        });
        auto const window = plan(world, work_on(world, galleries.id));
        CHECK(told(world, window->id) == Words{"Ada queued", "Eve opted_out"});
    });
}

TEST_CASE("plan_window: with notify false nobody is told")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    customer(world, "Ada");
    auto wish = work_on(world, galleries.id);
    wish.notify = false;
    wish.short_reason = "Nobody will notice.";
    CHECK(told(world, plan(world, wish).value().id).empty());
}

TEST_CASE("plan_window: the services work as long as it has not started")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    REQUIRE(plan(world, work_on(world, galleries.id)));
    CHECK(state_of(world, galleries.id) == ServiceState::operational);
}

TEST_CASE("plan_window: what a plan hears too late needs a reason, and the plan is named")
{
    support::World world;
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.starts_at = world.now() + 48h - 1us;
    wish.ends_at = world.now() + 49h;
    customer_with_lead(world, 47, "Basic");
    customer_with_lead(world, 48, "Pro");
    auto const refused = plan(world, wish);
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "window.needs_reason");
    CHECK(refused.error().field == "short_reason");
    CHECK(
        refused.error().detail ==
        "These plans hear of it too late: Pro (48 h were sold, 47 h are given). Say why.");

    wish.short_reason = " A hole in the kernel. ";
    auto const window = plan(world, wish);
    REQUIRE(window);
    CHECK(window->notice_short);
    CHECK(window->short_reason == "A hole in the kernel.");
}

TEST_CASE("plan_window: notice that was too short stands in the ledger, broken, with its reason")
{
    support::for_each_database([](support::World& world) {
        auto wish = work_on(world, service(world, "Galleries").id);
        wish.starts_at = world.now() + 12h;
        wish.ends_at = world.now() + 13h;
        wish.short_reason = "A hole in the kernel.";
        customer_with_lead(world, 12, "Basic");
        customer_with_lead(world, 48, "Pro");
        auto const window = plan(world, wish);
        REQUIRE(window);
        auto const ledger =
            world.read([&](Call& call) { return promises::about(call.tx, window->id.text()); });
        REQUIRE(ledger.size() == 1);
        CHECK(ledger[0].text == "48 h notice for plan Pro: New disks");
        CHECK(bool{ledger[0].state == promises::State::broken});
        CHECK(ledger[0].due_at == window->starts_at - 48h);
        auto const history =
            world.read([&](Call& call) { return promises::history(call.tx, ledger[0].id); });
        CHECK(history.back().reason == "A hole in the kernel.");
    });
}

TEST_CASE("plan_window: notice that is long enough needs no reason and breaks nothing")
{
    support::World world;
    customer_with_lead(world, 48);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.starts_at = world.now() + 48h;
    wish.ends_at = world.now() + 49h;
    auto const window = plan(world, wish);
    REQUIRE(window);
    CHECK_FALSE(window->notice_short);
    CHECK(promised(world, window->id).empty());
}

TEST_CASE("plan_window: whom nobody tells, the page alone tells too late")
{
    support::World world;
    customer_with_lead(world, 24);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.notify = false;
    CHECK(plan(world, wish).error().code == "window.needs_reason");
    wish.short_reason = "Nobody will notice.";
    auto const window = plan(world, wish);
    CHECK(window->notice_short);
    // There is still time to tell them.
    CHECK(promised(world, window->id) == Words{"notice open"});
}

TEST_CASE("plan_window: one that somebody must end has promised its end")
{
    support::World world;
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.finishes_by_itself = false;
    auto const window = plan(world, wish);
    CHECK_FALSE(window->finishes_by_itself);
    auto const ledger =
        world.read([&](Call& call) { return promises::about(call.tx, window->id.text()); });
    REQUIRE(ledger.size() == 1);
    CHECK(ledger[0].text == "Finished: New disks");
    CHECK(ledger[0].due_at == window->ends_at);
}

TEST_CASE("plan_window: what cannot be planned is refused with its field")
{
    support::World world;
    auto const good = work_on(world, service(world, "Galleries").id);
    struct Row {
        std::string code, field;
        std::function<void(NewWindow&)> spoil;
    };
    for (auto const& row : std::vector<Row>{
             {"window.needs_title", "title", [](auto& wish) { wish.title = " "; }},
             {"update.needs_text", "text", [](auto& wish) { wish.text = "\n"; }},
             {"update.bad_undo", "undo_s", [](auto& wish) { wish.undo_s = -1; }},
             {"window.needs_services", "services", [](auto& wish) { wish.services.clear(); }},
             {"service.not_found", "services[1]",
              [](auto& wish) { wish.services.emplace_back(1); }},
             {"service.named_twice", "services[1]",
              [](auto& wish) { wish.services.push_back(wish.services[0]); }},
             {"window.reason_too_long", "short_reason",
              [](auto& wish) { wish.short_reason.assign(2'001, 'x'); }},
             {"window.in_the_past", "starts_at",
              [](auto& wish) { wish.starts_at = support::test_start; }},
             {"window.ends_before_start", "ends_at",
              [](auto& wish) { wish.ends_at = wish.starts_at; }},
             {"window.too_long", "ends_at",
              [](auto& wish) { wish.ends_at = wish.starts_at + 31 * 24h + 1us; }},
             {"window.too_far", "starts_at", [](auto& wish) {
                  wish.starts_at += 366 * 24h;
                  wish.ends_at += 366 * 24h;
              }}}) {
        CAPTURE(row.code);
        auto wish = good;
        row.spoil(wish);
        auto const refused = plan(world, wish);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}
