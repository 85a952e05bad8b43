#include "pages/subscribing/office.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages::samples;
using accounts::Topic;

namespace {

constexpr std::string_view wish = "email=eve%40example.test&unplanned=on&recovery=on";

std::string header_of(http::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

// Subscribes, and answers the path of the mailed link.
std::string mailed_path(Office& office, std::string body = std::string{wish})
{
    office.post("/subscribe", std::move(body));
    office.run_jobs();
    return Office::path_in(office.letters().back(), "/confirm/");
}

}  // namespace

TEST_CASE("POST /subscribe: a known and an unknown address get the same answer")
{
    Office office;
    office.add_account(
        office.add_plan("Pro"), {{.name = "Ada", .email = *Email::parse("ada@example.test")}});
    auto const known = office.post("/subscribe", "email=ada%40example.test&planned=on");
    auto const unknown = office.post("/subscribe", "email=nobody%40example.test&planned=on");
    CHECK(known.status == 200);
    CHECK(known.status == unknown.status);
    CHECK(known.body == unknown.body);
    CHECK(known.headers == unknown.headers);
}

TEST_CASE("POST /subscribe: what is no address, or names no topic, is shown again")
{
    Office office;
    auto const no_address = office.post("/subscribe", "email=eve&planned=on");
    CHECK(no_address.status == 422);
    CHECK(no_address.body.contains("wrong-address"));
    auto const no_topic = office.post("/subscribe", "email=eve%40example.test&tickets=on");
    CHECK(no_topic.status == 422);
    CHECK(no_topic.body.contains("wrong-topics"));
    CHECK(no_topic.body.contains("value=\"eve@example.test\""));
    office.run_jobs();
    CHECK(office.letters().empty());
}

TEST_CASE("POST /subscribe: a banner on any page may read whether it was heard")
{
    Office office;
    CHECK(
        header_of(office.post("/subscribe", std::string{wish}), "access-control-allow-origin") ==
        "*");
    CHECK(header_of(office.post("/subscribe"), "access-control-allow-origin") == "*");
}

TEST_CASE("GET /confirm/{secret}: looking confirms nothing, however often a scanner follows it")
{
    Office office;
    auto const path = mailed_path(office);
    REQUIRE_FALSE(path.empty());
    for (int i = 0; i < 3; ++i) {
        auto const page = office.get(path);
        CHECK(page.status == 200);
        CHECK(page.body.contains("<button>Yes, tell me</button>"));
    }
    CHECK_FALSE(office.known_as("eve@example.test")->topics);
}

TEST_CASE("POST /confirm/{secret}: he hears what he asked for, and is led to his own page")
{
    Office office;
    auto const path = mailed_path(office);
    auto const done = office.post(path);
    CHECK(done.status == 200);
    auto const eve = office.known_as("eve@example.test");
    REQUIRE(eve);
    CHECK(eve->topics == std::vector{Topic::unplanned, Topic::recovery});
    CHECK(done.body.contains("href=\"" + accounts::own_path("house", eve->id) + "\""));
    auto const again = office.post(path);
    CHECK(again.status == 401);
    CHECK(again.body.contains("does not work any more"));
}

TEST_CASE("POST /subscribe: a banner says the reader's zone")
{
    Office office;
    mailed_path(office, std::string{wish} + "&zone=Europe%2FBerlin");
    CHECK(office.known_as("eve@example.test")->zone == "Europe/Berlin");
}

TEST_CASE("POST /api/v1/plans/{id}/invitations: a dry run says the count and writes to nobody")
{
    Office office;
    auto const plan = office.add_plan("Pro");
    office.add_account(plan, {{.name = "Ada", .email = *Email::parse("ada@example.test")}});
    auto const path = "/api/v1/plans/" + plan.text() + "/invitations";
    auto const seen = office.ask_api("POST", path, R"({"dry_run": true})");
    REQUIRE(seen);
    CHECK(
        support::json_of(*seen) ==
        *parse_json(R"({"invited": 1, "already_confirmed": 0, "unreachable": 0})"));
    office.run_jobs();
    CHECK(office.letters().empty());

    auto const done = office.ask_api("POST", path, "{}");
    REQUIRE(done);
    CHECK(support::json_of(*done) == support::json_of(*seen));
    office.run_jobs();
    CHECK(office.letters().size() == 1);
    CHECK(
        support::json_of(*office.ask_api("GET", path, "")) ==
        *parse_json(R"({"invited": 1, "confirmed": 0, "waiting": 1})"));
}

TEST_CASE("POST /subscribe: who ticks some services hears of these, and reads so on his own page")
{
    Office office;
    auto const [mail, web] = office.add_services();
    CHECK(office.get("/subscribe").body.contains("name=\"" + mail.text() + "\">"));
    office.post(mailed_path(office, fmt::format("{}&services=some&{}=on", wish, web.text())));
    auto const eve = office.known_as("eve@example.test");
    REQUIRE(eve);
    auto const chosen =
        office.read([&](Call& call) { return accounts::preferences_of(call.tx, eve->id); })
            ->services;
    CHECK(bool{chosen == std::optional{std::vector{web}}});
    auto const own = office.get(accounts::own_path("house", eve->id)).body;
    CHECK(own.contains("name=\"" + web.text() + "\" checked>"));
    CHECK(own.contains("name=\"" + mail.text() + "\">"));
}

TEST_CASE("POST /subscribe: who wants only some services and ticks none is asked again")
{
    Office office;
    office.add_services();
    auto const refused = office.post("/subscribe", std::string{wish} + "&services=some");
    CHECK(refused.status == 422);
    CHECK(refused.body.contains("id=\"wrong-services\""));
    CHECK(refused.body.contains("value=\"some\" checked>"));
    office.run_jobs();
    CHECK(office.letters().empty());
}

TEST_CASE("GET /subscribe: a partner's form offers what stands on his page")
{
    Office office;
    office.add_services();
    office.write([](Call& call) {
        accounts::NewBrand lens{.name = "Lens & Light", .host = "status.lens.test"};
        lens.mail_from = *Email::parse("care@help.lens.test");
        lens.mail_name = "Lens Care";
        REQUIRE(accounts::add_brand(call, lens));
    });
    auto const form = office.get("/subscribe", {{"host", "status.lens.test"}}).body;
    CHECK(form.contains("Lens &amp; Light</title>"));
    CHECK(form.contains("<span dir=\"auto\">Mail</span>"));
    CHECK_FALSE(form.contains("Heron"));
}
