#include "pages/subscribing/strangers.hpp"

#include "pages/subscribing/office.hpp"
#include "pages/subscribing/subscribing.hpp"
#include "tickets/tickets.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::samples;
using accounts::Topic;

namespace {

struct Forgetful : Office {
    explicit Forgetful(support::Kind kind = support::Kind::sqlite) : Office{kind}
    {
        tickets::add_jobs(board);
        settings.domain = "help.example.test";
    }

    void ask(std::string const& email)
    {
        write([&](Call& call) {
            ask_to_subscribe(
                call, {.email = *Email::parse(email),
                       .brand = accounts::default_brand(call.tx).id,
                       .topics = {Topic::unplanned},
                       .origin = email});
        });
        run_jobs();
    }
    void sweep()
    {
        write([](Call& call) { forget_strangers(call); });
        run_jobs();
    }
};

}  // namespace

TEST_CASE("forget_strangers: who never confirmed is gone after a week, with what he typed")
{
    for (auto const kind : {support::Kind::sqlite, support::Kind::postgres}) {
        Forgetful house{kind};
        house.ask("eve@example.test");
        house.pass(stranger_life - 1s);
        house.sweep();
        CHECK(house.known_as("eve@example.test"));
        house.pass(1s);
        house.sweep();
        CHECK_FALSE(house.known_as("eve@example.test"));
        CHECK(house.letters().at(0).text == "erased");
        auto const kept = house.read([](Call& call) {
            return call.tx.all<std::string>(
                "SELECT address FROM notify_deliveries UNION SELECT email FROM accounts_contacts");
        });
        CHECK_FALSE(std::ranges::any_of(
            kept, [](std::string const& address) { return address.contains("eve"); }));
    }
}

TEST_CASE("forget_strangers: who confirmed stays, and so do contacts who were invited")
{
    for (auto const kind : {support::Kind::sqlite, support::Kind::postgres}) {
        Forgetful house{kind};
        auto const plan = house.add_plan("Pro");
        house.add_account(plan, {{.name = "Ada", .email = *Email::parse("ada@example.test")}});
        REQUIRE(house.write([&](Call& call) { return invite(call, plan); }));
        house.ask("eve@example.test");
        REQUIRE(house.post(Office::path_in(house.letters().back(), "/confirm/")).status == 200);
        house.pass(40 * 24h);
        house.sweep();
        CHECK(house.known_as("ada@example.test"));
        CHECK(house.known_as("eve@example.test"));
    }
}

TEST_CASE("forget_strangers: who asked again has time until his last link is too old")
{
    for (auto const kind : {support::Kind::sqlite, support::Kind::postgres}) {
        Forgetful house{kind};
        house.ask("eve@example.test");
        house.pass(5 * 24h);
        house.ask("eve@example.test");
        house.pass(5 * 24h);
        house.sweep();
        REQUIRE(house.known_as("eve@example.test"));
        house.pass(2 * 24h);
        house.sweep();
        CHECK_FALSE(house.known_as("eve@example.test"));
    }
}

TEST_CASE("forget_strangers: whoever has written to us meanwhile is no stranger")
{
    Forgetful house;
    house.ask("eve@example.test");
    std::string const raw =
        "From: eve@example.test\r\nTo: help@help.example.test\r\nSubject: My cat\r\n"
        "Message-ID: <1@example.test>\r\n\r\nmeow\r\n";
    house.write([&](Call& call) {
        return tickets::take_in(
            call,
            {.from = "eve@example.test",
             .to = "help@help.example.test",
             .kept = {.raw = raw, .file = "", .size = static_cast<std::int64_t>(raw.size())}});
    });
    house.run_jobs();
    house.pass(stranger_life);
    house.sweep();
    CHECK(house.known_as("eve@example.test"));
}

TEST_CASE("forget_strangers: more than fit into one transaction all go")
{
    Forgetful house;
    for (int i = 0; i <= strangers_at_once; ++i)
        house.ask(fmt::format("eve{}@example.test", i));
    house.pass(stranger_life);
    house.sweep();
    for (int i = 0; i <= strangers_at_once; ++i)
        CHECK_FALSE(house.known_as(fmt::format("eve{}@example.test", i)));
}
