#include "tickets/panel.hpp"

#include "tickets/fixture.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::World;
using tests::TicketHouse;
using tickets::Panel;

namespace {

Panel panel(World& world, TicketId id)
{
    return world.read([&](Call& call) { return tickets::panel_of(call, id); }).value();
}

Duration sum_of(std::vector<tickets::CountedTime> const& counted)
{
    Duration sum{0};
    for (auto const& [from, to] : counted)
        sum += to - from;
    return sum;
}

std::vector<std::string> texts(std::vector<promises::PromiseRow> const& all)
{
    std::vector<std::string> texts;
    for (auto const& promise : all)
        texts.push_back(promise.text);
    return texts;
}

}  // namespace

TEST_CASE("panel_of: says who asks and what he bought, and why his answer is due when it is")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        world.go_to(support::test_start + 6h);  // Wednesday 16:00
        auto const id = *house.post({}).ticket;
        auto const shown = panel(world, id);
        CHECK(shown.contact.name == "Ann");
        REQUIRE(shown.account);
        CHECK(shown.account->name == "Foto Ruiz");
        REQUIRE(shown.plan);
        CHECK(shown.plan->name == "Pro");
        REQUIRE(shown.clock);
        CHECK(shown.clock->source == tickets::ReplyClock::first_reply);
        CHECK(shown.clock->asked_at == world.now());
        CHECK(shown.clock->due_at == house.ticket(id).reply_due_at);
        CHECK(shown.clock->plan_name == "Pro");
        CHECK(shown.clock->allowance_minutes == 240);
        CHECK_FALSE(shown.clock->around_the_clock);
        CHECK(shown.clock->calendar_name == "Office hours");
        CHECK(shown.clock->zone == "Etc/UTC");
        // Two hours today and two tomorrow.
        REQUIRE(shown.clock->counted.size() == 2);
        CHECK(shown.clock->counted[0].from == world.now());
        CHECK(shown.clock->counted[0].to == world.now() + 2h);
        CHECK(shown.clock->counted[1].from == world.now() + 17h);
        CHECK(shown.clock->counted[1].to == shown.clock->due_at);
    });
}

TEST_CASE("panel_of: the hours that count add up to the allowance and end when it is due")
{
    World world;
    TicketHouse house{world};
    CHECK(rc::check([&] {
        world.go_to(support::test_start + std::chrono::minutes{*rc::gen::inRange(0, 14 * 24 * 60)});
        auto const id = world.write([&](Call& call) {
            auto const contact = accounts::find_contact(call.tx, house.account.contacts[0].id);
            return tickets::open(
                       call, {.contact = *contact,
                              .subject = "x",
                              .text = "y",
                              .folded = {},
                              .address = "help@help.test",
                              .message_id = {}})
                .id;
        });
        auto const clock = panel(world, id).clock;
        RC_ASSERT(clock.has_value());
        RC_ASSERT(sum_of(clock->counted) == std::chrono::minutes{clock->allowance_minutes});
        RC_ASSERT(clock->counted.back().to == house.ticket(id).reply_due_at);
        RC_ASSERT(clock->counted.front().from >= clock->asked_at);
    }));
}

TEST_CASE("panel_of: while he does not wait for us, no clock runs; his next word starts another")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.write([&](Call& call) { REQUIRE(tickets::reply(call, id, {.text = "So."})); });
    CHECK_FALSE(panel(world, id).clock);
    world.pass(1h);
    house.answers(id, "And now?");
    auto const clock = panel(world, id).clock;
    REQUIRE(clock);
    CHECK(clock->source == tickets::ReplyClock::next_reply);
    CHECK(clock->asked_at == world.now());
}

TEST_CASE("panel_of: a due time that was moved by hand is not explained by hours")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    world.write([&](Call& call) {
        auto const promise = tickets::promised_reply(call.tx, id).value();
        REQUIRE(promises::move(call, promise.id, call.now + 48h, "he is away"));
    });
    auto const clock = panel(world, id).clock;
    REQUIRE(clock);
    CHECK(clock->due_at == world.now() + 48h);
    CHECK(clock->counted.empty());
}

TEST_CASE("panel_of: shows the services that he uses and the open incidents that touch them")
{
    World world;
    TicketHouse house{world};
    auto const id = *house.post({}).ticket;
    auto const other = world.write(
        [](Call& call) { return status::add_service(call, {.name = "Uploads"}).value().id; });
    auto const incident = house.trouble();
    auto const unknown = panel(world, id);
    CHECK_FALSE(unknown.uses_known);
    CHECK(unknown.services.size() == 2);
    REQUIRE(unknown.incidents.size() == 1);
    CHECK(unknown.incidents[0].title == "Statistics fail");
    CHECK(unknown.incidents[0].others == 0);

    world.write([&](Call& call) {
        REQUIRE(accounts::change_exposure(call, house.account.id, std::vector{other}));
    });
    auto const known = panel(world, id);
    CHECK(known.uses_known);
    REQUIRE(known.services.size() == 1);
    CHECK(known.services[0].id == other);
    CHECK(known.incidents.empty());
    // Linked by hand it concerns him, whatever we know of his services.
    world.write([&](Call& call) { REQUIRE(tickets::link(call, id, {.incident = incident.id})); });
    CHECK(panel(world, id).incidents.size() == 1);
    auto const second = *house.post({.text = "My statistics?", .message_id = "2@a"}).ticket;
    world.write(
        [&](Call& call) { REQUIRE(tickets::link(call, second, {.incident = incident.id})); });
    CHECK(panel(world, id).incidents[0].others == 1);
}

TEST_CASE("panel_of: shows what is owed to him, to his account, for this ticket and its incident")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const incident = house.trouble();
        auto const id = *house.post({.text = "My statistics?"}).ticket;
        auto const promise = [&](std::string text, std::string to, std::string about, Duration in) {
            world.write([&](Call& call) {
                REQUIRE(promises::make(
                    call, {.text = std::move(text),
                           .to = std::move(to),
                           .due_at = call.now + in,
                           .about = std::move(about)}));
            });
        };
        auto const bob = house.account.contacts[1].id.text();
        promise("to him", house.account.contacts[0].id.text(), "", 1h);
        promise("to him, about it", house.account.contacts[0].id.text(), id.text(), 90min);
        promise("to all of them", house.account.id.text(), "", 3h);
        promise("to Bob", bob, "", 1h);
        promise("about it", bob, id.text(), 30min);
        auto const of_incident = world.read(
            [&](Call& call) { return promises::about(call.tx, incident.id.text()).at(0).text; });
        std::vector<std::string> const owed{"about it",  "to him",         "to him, about it",
                                            of_incident, "to all of them", "Answer ticket #1001"};
        CHECK(texts(panel(world, id).promises) == owed);
    });
}

TEST_CASE("panel_of: shows what he and his colleagues wrote before, but not this ticket")
{
    World world;
    TicketHouse house{world};
    auto const first = *house.post({}).ticket;
    (void)house.post({.from = "bob@a.test", .text = "Other", .message_id = "2@a"});
    (void)house.post({.from = "zoe@far.example", .text = "Else", .message_id = "3@a"});
    auto const shown = panel(world, first);
    REQUIRE(shown.earlier.size() == 1);
    CHECK(shown.earlier[0].contact_name == "Bob");
}

TEST_CASE("panel_of: a stranger has no account and no plan, and the default target")
{
    World world;
    TicketHouse house{world};
    auto const id =
        *house.post({.from = "zoe@far.example", .envelope_from = "zoe@far.example"}).ticket;
    auto const shown = panel(world, id);
    CHECK_FALSE(shown.account);
    CHECK_FALSE(shown.plan);
    CHECK_FALSE(shown.uses_known);
    REQUIRE(shown.clock);
    CHECK(shown.clock->plan_name.empty());
    CHECK(shown.clock->allowance_minutes == 480);
    CHECK(world.read([](Call& call) {
        return tickets::panel_of(call, TicketId{7}).error().code;
    }) == "ticket.not_found");
}
