#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

TEST_CASE("answer_resolved: every ticket that waits on the incident is answered once, no other is")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const incident = house.trouble();
        auto const linked = *house.post({.text = "where are my stats?"}).ticket;
        auto const other = *house.post({.text = "How much is Pro?", .message_id = "2@a"}).ticket;
        world.write([&](Call& call) {
            return status::resolve(call, incident.id, {.text = "A disk was full."}, std::nullopt);
        });
        house.work();
        auto const answered = house.ticket(linked);
        CHECK(answered.state == tickets::State::waiting_for_customer);
        CHECK(answered.entries.size() == 3);
        CHECK(answered.entries.back().text.contains("A disk was full."));
        CHECK_FALSE(answered.reply_due_at);
        CHECK(house.ticket(other).entries.size() == 2);
        // Said twice: resolved already, so nothing is heard again.
        world.write([&](Call& call) {
            return status::resolve(call, incident.id, {.text = "Again."}, std::nullopt);
        });
        house.work();
        CHECK(house.ticket(linked).entries.size() == 3);
    });
}

TEST_CASE("follow_merge: tickets of the merged incident wait on the other, and hear its end")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const merged = house.trouble();
        auto const linked = *house.post({.text = "where are my stats?"}).ticket;
        auto const other = house.trouble();
        world.write([&](Call& call) {
            return status::merge(
                call, merged.id, {.into = other.id, .text = "One cause."}, std::nullopt);
        });
        house.work();
        CHECK(house.ticket(linked).incident == other.id);
        CHECK(house.ticket(linked).state == tickets::State::waiting_for_us);
        world.write([&](Call& call) {
            return status::resolve(call, other.id, {.text = "A disk was full."}, std::nullopt);
        });
        house.work();
        CHECK(house.ticket(linked).state == tickets::State::waiting_for_customer);
        CHECK(house.ticket(linked).entries.back().text.contains("A disk was full."));
    });
}

TEST_CASE("follow_merge: where the other has ended meanwhile, its tickets are answered, too")
{
    World world;
    TicketHouse house{world};
    auto const merged = house.trouble();
    auto const linked = *house.post({.text = "where are my stats?"}).ticket;
    auto const other = house.trouble();
    world.write([&](Call& call) {
        CHECK(
            status::merge(call, merged.id, {.into = other.id, .text = "One cause."}, std::nullopt));
        return status::resolve(call, other.id, {.text = "A disk was full."}, std::nullopt);
    });
    house.work();
    CHECK(house.ticket(linked).incident == other.id);
    CHECK(house.ticket(linked).entries.back().text.contains("A disk was full."));
}
