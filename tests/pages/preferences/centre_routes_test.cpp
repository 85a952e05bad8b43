#include "pages/preferences/adas.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages::samples;
using accounts::Topic;

namespace {

std::string location_of(http::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "location")
            return value;
    return {};
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
    for (std::string const& path : {others, std::string{"/p/private"}}) {
        auto const refused = ask_raw(house, "GET", path);
        REQUIRE(refused.has_error());
        CHECK(refused.error() == http::no_such_path());
    }
    for (std::string const& path : {others, others + "/export", others + "/erase"})
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

TEST_CASE("POST /p/{token}: a subscriber chooses services there, and goes back to all")
{
    Adas house;
    auto const [mail, web] = house.add_services();
    auto const eve = house.add_subscriber();
    auto const own = accounts::own_path("house", eve);
    auto const services = [&] {
        return house.read([&](Call& call) { return accounts::preferences_of(call.tx, eve); })
            ->services;
    };
    CHECK(house.post(own, "services=some&" + mail.text() + "=on").status == 303);
    CHECK(bool{services() == std::optional{std::vector{mail}}});
    auto const refused = house.post(own, "services=some");
    CHECK(refused.status == 422);
    CHECK(refused.body.contains("id=\"wrong-services\""));
    CHECK(bool{services() == std::optional{std::vector{mail}}});
    CHECK(house.post(own, "services=all&" + web.text() + "=on").status == 303);
    CHECK_FALSE(services());
}

TEST_CASE("GET /p/{token}: who has none of his services left reads so")
{
    Adas house;
    auto const [mail, web] = house.add_services();
    auto const eve = house.add_subscriber();
    auto const own = accounts::own_path("house", eve);
    REQUIRE(house.post(own, "services=some&" + mail.text() + "=on").status == 303);
    CHECK_FALSE(house.get(own).body.contains("None of the services"));
    REQUIRE(house.write([&](Call& call) {
        return status::change_service(
            call, mail, {.name = "Mail", .is_public = false}, std::nullopt);
    }));
    auto const page = house.get(own).body;
    CHECK(page.contains("None of the services"));
    CHECK_FALSE(page.contains(mail.text()));
}

TEST_CASE("GET /p/{token}: a contact of an account is offered no services, because it decides")
{
    Adas house;
    house.add_services();
    CHECK_FALSE(house.get(house.own).body.contains("name=\"services\""));
}
