#include "notify/notify.hpp"
#include "tickets/fixture.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using support::World;
using tests::TicketHouse;

namespace {

// The letters that wait, as they were written, newest last.
std::vector<notify::Letter> letters(World& world)
{
    return world.read([](Call& call) {
        std::vector<notify::Letter> all;
        for (auto const& body : call.tx.all<std::string>(
                 "SELECT body FROM notify_notices WHERE kind = 'letter' ORDER BY id"))
            all.push_back(db::from_value<notify::Letter>(body));
        return all;
    });
}

}  // namespace

TEST_CASE("say: what we say is a mail that is ours, to the customer and to nobody else")
{
    support::for_each_database([](World& world) {
        TicketHouse house{world};
        auto const id = *house.post({}).ticket;
        auto const before = house.ticket(id);
        world.write([&](Call& call) {
            tickets::say(call, before, {.author = "system", .text = "Hello."});
        });
        auto const after = house.ticket(id);
        REQUIRE(after.entries.size() == before.entries.size() + 1);
        tickets::seal::Owner const ours{.secret = world.settings.secret, .domain = "help.test"};
        auto const message_id = tickets::seal::message_id(ours, id, after.entries.back().id);
        world.read([&](Call& call) {
            CHECK(notify::we_sent(call, message_id, house.account.contacts[0].id));
            CHECK(tickets::store::message_ids(call.tx, id, 10).back() == message_id);
        });
    });
}

TEST_CASE("say: a partner's customer hears from his brand, wherever he wrote to (R-96)")
{
    World world;
    TicketHouse house{world};
    house.become_partners();
    auto const ticket = house.ticket(*house.post({}).ticket);  // to the vendor's own address
    auto const sent = letters(world);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].from.text() == "care@help.lens.test");
    CHECK(sent[0].from_name == "Lens");
    CHECK(sent[0].reply_to->text().ends_with("@help.lens.test"));
    CHECK(sent[0].message_id.ends_with("@help.lens.test"));
    CHECK_FALSE(write_json(to_json(sent[0])).contains("help.test"));
    auto const answer = house.post(
        {.to = sent[0].reply_to->text(), .text = "One more thing.", .message_id = "two@a.test"});
    CHECK(answer.ticket == ticket.id);
    auto const by_id = house.post(
        {.to = "care@help.lens.test",
         .text = "And another.",
         .message_id = "three@a.test",
         .headers = "In-Reply-To: <" + sent[0].message_id + ">\r\n"});
    CHECK(by_id.ticket == ticket.id);
}

TEST_CASE("say: a stranger hears from the brand that he wrote to, at the address that he used")
{
    World world;
    TicketHouse house{world};
    house.become_partners();
    (void)house.post(
        {.from = "eve@b.test", .to = "sales@help.lens.test", .envelope_from = "eve@b.test"});
    auto const sent = letters(world);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].from_name == "Lens");
    CHECK(sent[0].from.text() == "sales@help.lens.test");
}

TEST_CASE("say: the vendor's customer hears from the vendor, though he wrote to a partner")
{
    World world;
    TicketHouse house{world};
    house.become_partners();
    world.write([&](Call& call) {
        return accounts::give_brand(call, house.account.id, accounts::default_brand(call.tx).id);
    });
    (void)house.post({.to = "care@help.lens.test"});
    CHECK(letters(world).at(0).from.text() == "support@help.test");
}
