#include "pages/subscribing/office.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages::samples;
using accounts::Topic;

namespace {

// A house with Ada, whose plan mails her of outages alone.
struct Adas : Office {
    Adas()
    {
        accounts::NewPlan pro;
        pro.name = "Pro";
        pro.topics = {Topic::unplanned};
        auto const plan = write([&](Call& call) { return accounts::add_plan(call, pro); })->id;
        ada = add_account(
                  plan, {{.name = "Ada",
                          .email = *Email::parse("ada@example.test"),
                          .zone = "Europe/Berlin"}})
                  .at(0)
                  .id;
        own = accounts::own_path("house", ada);
    }

    accounts::Preferences preferences()
    {
        return read([&](Call& call) { return accounts::preferences_of(call.tx, ada); }).value();
    }
    std::string facts()
    {
        std::string kinds;
        for (auto const& fact : support::facts_told(*this))
            kinds += fact.kind + " ";
        return kinds;
    }

    ContactId ada;
    std::string own;
};

std::string location_of(http::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "location")
            return value;
    return {};
}

Result<http::Reply> ask_raw(Office& office, std::string_view method, std::string_view path)
{
    return support::ask(office, office.table, Actor::nobody(), {.method = method, .path = path});
}

}  // namespace

TEST_CASE("GET /p/{token}: shows what holds, without a sign-in and without a script")
{
    Adas house;
    auto const page = house.get(house.own);
    CHECK(page.status == 200);
    CHECK(page.body.contains("ada@example.test"));
    CHECK_FALSE(page.body.contains("<script"));
}

TEST_CASE("GET /p/{token}: what nobody made is an address that there is not")
{
    Adas house;
    auto const others = accounts::own_path("other house", house.ada);
    for (std::string const& path : {others, others + "/export", std::string{"/p/private"}}) {
        auto const refused = ask_raw(house, "GET", path);
        REQUIRE(refused.has_error());
        CHECK(refused.error() == http::no_such_path());
    }
    for (std::string const& path : {others, others + "/erase"})
        CHECK(ask_raw(house, "POST", path).error() == http::no_such_path());
}

TEST_CASE("POST /p/{token}: what he ticks holds, and he did it himself")
{
    Adas house;
    auto const done = house.post(
        house.own, "mail.unplanned=on&mail.planned=on&quiet_from=22:00&quiet_to=07:00"
                   "&language=de&zone=Asia%2FKolkata");
    CHECK(done.status == 303);
    CHECK(location_of(done) == house.own + "#saved");
    auto const now = house.preferences();
    REQUIRE(now.choices.size() == 1);
    CHECK(now.choices.at(0).topics == std::vector{Topic::planned, Topic::unplanned});
    CHECK(now.quiet_hours->from == "22:00");
    CHECK(now.zone == "Asia/Kolkata");
    CHECK(house.get(house.own).body.contains("<html lang=\"de\""));
    auto const actor = house.read([](Call& call) {
        return call.tx.one<std::string>("SELECT actor FROM db_facts ORDER BY id DESC LIMIT 1");
    });
    CHECK(actor == house.ada.text());
}

TEST_CASE("POST /p/{token}: what does not fit is shown again, and nothing is kept")
{
    Adas house;
    auto const refused =
        house.post(house.own, "mail.news=on&sms.unplanned=on&zone=Mars&language=en");
    CHECK(refused.status == 422);
    CHECK(refused.body.contains("id=\"wrong-zone\""));
    CHECK(refused.body.contains("id=\"wrong-phone\""));
    CHECK(refused.body.contains("value=\"Mars\""));
    CHECK(house.preferences().choices.empty());
}

TEST_CASE("GET /p/{token}/export: all that we hold of him is a file of his")
{
    Adas house;
    auto const file = house.get(house.own + "/export");
    CHECK(file.status == 200);
    auto const held = support::json_of(file).as_object();
    CHECK(held.at("person").at("contact").at("email") == "ada@example.test");
    CHECK(held.at("person").at("account_name") == "Ada & Co");
    for (auto const part : {"preferences", "notices", "tickets"})
        CHECK(held.contains(part));
}

TEST_CASE("POST /p/{token}/erase: asks first, and says what goes and what stays")
{
    Adas house;
    auto const question = house.post(house.own + "/erase");
    CHECK(question.status == 200);
    CHECK(question.body.contains("name=\"sure\""));
    CHECK(question.body.contains("What stays"));
    CHECK(house.known_as("ada@example.test"));
}

TEST_CASE("POST /p/{token}/erase: sure of it, he is gone, and his page with him")
{
    Adas house;
    CHECK(house.post(house.own + "/erase", "sure=yes").body.contains("You are erased"));
    CHECK_FALSE(house.known_as("ada@example.test"));
    CHECK(ask_raw(house, "GET", house.own).error() == http::no_such_path());
    CHECK(house.facts().contains("ContactErased"));
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
