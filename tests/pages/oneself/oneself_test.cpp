#include "pages/oneself/oneself.hpp"

#include "pages/subscribing/office.hpp"
#include "tickets/tickets.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace tellfirst::pages::samples;

namespace {

struct Asking : Office {
    explicit Asking(support::Kind kind = support::Kind::sqlite) : Office{kind}
    {
        tickets::add_jobs(board);
        settings.domain = "help.example.test";
        ada = add_account(
                  add_plan("Pro"),
                  {{.name = "Ada Canary", .email = *Email::parse("ada@example.test")}})
                  .at(0)
                  .id;
    }

    void write_in(std::string const& from, std::string const& text)
    {
        auto const raw = fmt::format(
            "From: {0}\r\nTo: help@help.example.test\r\nSubject: My cat\r\n"
            "Message-ID: <{1}@example.test>\r\n\r\n{1}\r\n",
            from, text);
        write([&](Call& call) {
            return tickets::take_in(
                call,
                {.from = from,
                 .to = "help@help.example.test",
                 .kept = {.raw = raw, .file = "", .size = static_cast<std::int64_t>(raw.size())}});
        });
        run_jobs();
    }
    std::optional<JsonObject> held(ContactId of)
    {
        return read([&](Call& call) { return all_held_of(call, of); });
    }

    ContactId ada;
};

}  // namespace

TEST_CASE("all_held_of: his tickets with both sides' words, without our notes and others' tickets")
{
    Asking house;
    house.write_in("ada@example.test", "meow");
    house.write_in("bob@example.test", "woof");
    auto const ticket =
        house.read([&](Call& call) { return tickets::tickets_of(call.tx, house.ada, 10); });
    REQUIRE(ticket.size() == 1);
    REQUIRE(house.write([&](Call& call) {
        return tickets::note(call, ticket.at(0), {.text = "a difficult cat"});
    }));
    auto const text = write_json(*house.held(house.ada));
    CHECK(text.contains("meow"));
    CHECK(text.contains("My cat"));
    CHECK_FALSE(text.contains("difficult"));
    CHECK_FALSE(text.contains("woof"));
    CHECK_FALSE(house.held(ContactId{4711}));
}

TEST_CASE("all_held_of: the services that a subscriber chose, by their names")
{
    Asking house;
    auto const [mail, web] = house.add_services();
    auto const eve = house.add_subscriber();
    REQUIRE(house.write([&](Call& call) {
        return accounts::choose_preferences(call, eve, {.services = {{web}}});
    }));
    auto const held = house.held(eve).value();
    CHECK(write_json(held.at("services")) == R"(["Web"])");
    CHECK(write_json(held.at("preferences")).contains(web.text()));
    CHECK(write_json(house.held(house.ada)->at("services")) == "[]");
}

TEST_CASE("erase_everywhere: neither accounts nor notify name him afterwards")
{
    Asking house;
    house.write_in("ada@example.test", "meow");  // he is sent an acknowledgement
    REQUIRE(write_json(*house.held(house.ada)).contains("Canary"));
    REQUIRE(house.write([&](Call& call) { return erase_everywhere(call, house.ada); }));
    auto const held = *house.held(house.ada);
    for (auto const part : {"person", "preferences", "notices"}) {
        CAPTURE(part);
        CHECK_FALSE(write_json(held.at(part)).contains("Canary"));
        CHECK_FALSE(write_json(held.at(part)).contains("ada@"));
    }
    CHECK(house.write([&](Call& call) { return erase_everywhere(call, house.ada); }));
}

TEST_CASE("erase_everywhere: a contact that there is not is refused")
{
    Office house;
    auto const refused =
        house.write([](Call& call) { return erase_everywhere(call, ContactId{4711}); });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "contact.not_found");
}
