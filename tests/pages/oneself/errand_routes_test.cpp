#include "pages/oneself/errands.hpp"
#include "pages/preferences/adas.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages::samples;

namespace {

// The path in the newest letter to Ada.
std::string mailed_link(Adas& house)
{
    auto const letters = house.letters();
    REQUIRE_FALSE(letters.empty());
    CHECK(letters.back().to == house.ada);
    return Office::path_in(letters.back(), "/mine/");
}

}  // namespace

TEST_CASE("POST /p/{token}/export: gives nothing away, a link goes to his mailbox")
{
    Adas house;
    auto const said = house.post(house.own + "/export");
    CHECK(said.status == 200);
    CHECK(said.body.contains("Look into your mailbox"));
    auto const link = mailed_link(house);
    CHECK_FALSE(said.body.contains(link));
    CHECK(ask_raw(house, "GET", house.own + "/export").has_error());
}

TEST_CASE("POST /p/{token}/erase: a stranger who was forwarded a mail erases nobody")
{
    Adas house;
    for (auto const body : {"", "sure=yes"})
        CHECK(house.post(house.own + "/erase", body).body.contains("Look into your mailbox"));
    CHECK(house.known_as("ada@example.test"));
}

TEST_CASE("POST /p/{token}/erase: who has asked too often reads the same")
{
    Adas house;
    auto const first = house.post(house.own + "/erase");
    for (int i = 0; i < pages::most_errand_links; ++i)
        CHECK(house.post(house.own + "/erase").body == first.body);
    CHECK(std::ssize(house.letters()) == pages::most_errand_links);
}

TEST_CASE("GET /mine/{secret}: asks and does nothing, however often a scanner follows it")
{
    Adas house;
    house.post(house.own + "/erase");
    auto const link = mailed_link(house);
    for (int i = 0; i < 2; ++i) {
        auto const page = house.get(link);
        CHECK(page.status == 200);
        CHECK(page.body.contains("Yes, erase me"));
        CHECK(page.body.contains("What stays"));
        CHECK_FALSE(page.body.contains("<script"));
    }
    CHECK(house.known_as("ada@example.test"));
}

TEST_CASE("POST /mine/{secret}: all that we hold of him is a file of his, once")
{
    Adas house;
    house.post(house.own + "/export");
    auto const link = mailed_link(house);
    CHECK(house.get(link).body.contains("Download it"));
    auto const file = house.post(link);
    CHECK(file.status == 200);
    auto const held = support::json_of(file).as_object();
    CHECK(held.at("person").at("contact").at("email") == "ada@example.test");
    CHECK(held.at("person").at("account_name") == "Ada & Co");
    for (auto const part : {"preferences", "notices", "tickets"})
        CHECK(held.contains(part));
    CHECK(house.post(link).status == 401);
    CHECK(house.get(link).status == 401);
}

TEST_CASE("POST /mine/{secret}: he is erased, his page with him, and he did it himself")
{
    Adas house;
    house.post(house.own + "/erase");
    CHECK(house.post(mailed_link(house)).body.contains("You are erased"));
    CHECK_FALSE(house.known_as("ada@example.test"));
    CHECK(ask_raw(house, "GET", house.own).error() == http::no_such_path());
    CHECK(house.facts().contains("ContactErased"));
    auto const actor = house.read([](Call& call) {
        return call.tx.one<std::string>("SELECT actor FROM db_facts ORDER BY id DESC LIMIT 1");
    });
    CHECK(actor == house.ada.text());
}

TEST_CASE("POST /mine/{secret}: what nobody was mailed says that it does not work")
{
    Adas house;
    for (auto const& page : {house.get("/mine/guessed"), house.post("/mine/guessed")}) {
        CHECK(page.status == 401);
        CHECK(page.body.contains("This link does not work any more"));
    }
}

TEST_CASE("GET /api/v1/contacts/{id}/export: notices and tickets need the right to read them")
{
    Adas house;
    auto const ask_as = [&](RightSet rights) {
        auto const path = "/api/v1/contacts/" + house.ada.text() + "/export";
        auto const reply = support::ask(
            house, house.table, {.kind = Actor::Kind::person, .id = 1, .rights = rights},
            {.method = "GET", .path = path});
        return support::json_of(*reply).as_object();
    };
    auto const few = ask_as({Right::read_accounts});
    CHECK(few.contains("person"));
    CHECK_FALSE(few.contains("tickets"));
    CHECK_FALSE(few.contains("notices"));
    auto const all = ask_as({Right::read_accounts, Right::read_tickets, Right::read_proof});
    CHECK(all.contains("tickets"));
    CHECK(all.contains("notices"));
}

TEST_CASE("POST /api/v1/contacts/{id}/erase: for us, with the contact as it is then")
{
    Adas house;
    auto const path = "/api/v1/contacts/" + house.ada.text() + "/erase";
    auto const erased = house.ask_api("POST", path, "");
    REQUIRE(erased);
    CHECK(support::json_of(*erased).at("name") == "erased");
    auto const nobody = house.ask_api("POST", "/api/v1/contacts/con_aaaaaaaaaaaa/erase", "");
    REQUIRE(nobody.has_error());
    CHECK(nobody.error().code == "contact.not_found");
}
