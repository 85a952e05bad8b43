#include "status/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;
using namespace std::chrono_literals;

namespace {

// A customer whose plan wants to know of maintenance so many hours before.
void customer_with_lead(support::World& world, std::int64_t hours)
{
    world.write([&](Call& call) {
        accounts::NewPlan plan;
        plan.name = "Lead";
        plan.notice_lead_hours = hours;
        auto const sold = accounts::add_plan(call, plan).value();
        (void)accounts::add_account(
            call, {.name = "Lead & Co",
                   .plan = sold.id,
                   .services = {},
                   .contacts = {{.name = "Lee", .email = *Email::parse("lee@example.test")}}})
            .value();
    });
}

}  // namespace

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
    CHECK(told(world, plan(world, wish)->id).empty());
}

TEST_CASE("plan_window: the services work as long as it has not started")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    REQUIRE(plan(world, work_on(world, galleries.id)));
    CHECK(state_of(world, galleries.id) == ServiceState::operational);
}

TEST_CASE("plan_window: notice is short where a plan that is touched asks for more")
{
    support::World world;
    auto const galleries = service(world, "Galleries");
    auto wish = work_on(world, galleries.id);
    wish.starts_at = world.now() + 72h;
    wish.ends_at = world.now() + 73h;
    CHECK_FALSE(plan(world, wish)->notice_short);
    customer_with_lead(world, 72);
    CHECK_FALSE(plan(world, wish)->notice_short);
    wish.starts_at -= 1us;
    CHECK(plan(world, wish)->notice_short);
}

TEST_CASE("plan_window: whom nobody tells, the page alone tells too late")
{
    support::World world;
    customer_with_lead(world, 1);
    auto wish = work_on(world, service(world, "Galleries").id);
    wish.notify = false;
    CHECK(plan(world, wish)->notice_short);
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
