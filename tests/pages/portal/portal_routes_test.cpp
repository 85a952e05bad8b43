// What somebody who is signed in does in the portal.
#include "pages/portal/portal_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/cookies.hpp"
#include "pages/links/links.hpp"
#include "status/status.hpp"
#include "support/ask.hpp"
#include "wire/words/moments.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view good_date = "title=Launch&starts_at=2026-03-09T08%3A00&"
                                       "ends_at=2026-03-10T23%3A00&zone=Europe%2FBerlin";

// Ada and Bo, each with an account of his own, and a service that only Bo uses.
struct Office {
    explicit Office(support::World& in) : world{in}
    {
        pages::add_portal_routes(table);
        world.write([&](Call& call) {
            statistics = status::add_service(call, {.name = "Statistics"})->id;
            galleries = status::add_service(call, {.name = "Galleries"})->id;
            accounts::NewPlan plan;
            plan.name = "Pro";
            plan.availability = 99.9;
            auto const sold = accounts::add_plan(call, plan)->id;
            auto const join = [&](std::string const& name, ServiceId service) {
                return *accounts::add_account(
                    call,
                    {.name = name,
                     .plan = sold,
                     .services = std::vector{service},
                     .contacts = {{.name = name, .email = *Email::parse(name + "@example.test")}}});
            };
            ada = join("ada", statistics);
            bo = join("bo", galleries);
            return 0;
        });
        sign_in(ada.contacts.at(0).id);
    }

    void sign_in(ContactId who)
    {
        auto const secret = world.write([&](Call& call) {
            return accounts::spend_sign_in_link(call, accounts::make_sign_in_link_secret(call, who))
                ->session_secret;
        });
        auto const cookie = http::set_cookie(pages::contact_cookie, world.settings, secret);
        cookies = {{"cookie", cookie.substr(0, cookie.find(';'))}};
    }

    Result<http::Reply> get(std::string_view path)
    {
        return support::ask(
            world, table, Actor::nobody(), {.method = "GET", .path = path, .headers = cookies});
    }
    Result<http::Reply> post(std::string_view path, std::string_view form = {})
    {
        return support::ask(
            world, table, Actor::nobody(),
            {.method = "POST", .path = path, .body = std::string{form}, .headers = cookies});
    }
    IncidentId publish(ServiceId service)
    {
        return world
            .write([&](Call& call) {
                return status::publish(
                    call, {.title = "Numbers are missing",
                           .services = {{.service = service}},
                           .text = "We are looking.",
                           .next_word_at = call.now + 1h});
            })
            ->id;
    }
    std::vector<accounts::CriticalDate> dates(accounts::Account const& of)
    {
        return world.read([&](Call& call) {
            return accounts::critical_dates_of(call.tx, of.id, std::nullopt, 10);
        });
    }

    support::World& world;
    http::Table table;
    ServiceId statistics, galleries;
    accounts::Account ada, bo;
    http::Headers cookies;
};

std::string header_of(http::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

}  // namespace

TEST_CASE("portal routes: a person who is not signed in is led there, a program is told")
{
    support::World world;
    Office office{world};
    office.cookies.clear();
    for (std::string_view const path : {"/portal", "/portal/history", "/portal/incidents/x"})
        CHECK(header_of(office.get(path).value(), "location") == "/portal/sign-in");
    for (std::string_view const path :
         {"/portal/status.json", "/portal/history.json", "/portal/incidents/x.json"})
        CHECK(office.get(path).error().code == "portal.not_signed_in");
    CHECK(
        header_of(office.post("/portal/critical-dates", good_date).value(), "location") ==
        "/portal/sign-in");
    CHECK(header_of(office.post("/portal/page-link").value(), "location") == "/portal/sign-in");
}

//
TEST_CASE("GET /portal/status.json: his standing is what the API says of his account")
{
    support::World world;
    Office office{world};
    (void)office.publish(office.statistics);
    world.pass(12min);
    auto const document = support::json_of(office.get("/portal/status.json").value());
    auto const standing = world.read(
        [&](Call& call) { return status::standing_of(call.tx, office.ada.id, call.now).value(); });
    CHECK(document.at("own").at("standing") == to_json(standing));
    auto const shown = words::exact_span_of(std::chrono::seconds{standing.left_s});
    CHECK(office.get("/portal")->body.contains(shown + " of outage may still come"));
}

TEST_CASE("GET /portal/history.json: what touched his account, however long ago, with a page each")
{
    support::World world;
    Office office{world};
    auto const old = office.publish(office.statistics);
    world.pass(20min);
    REQUIRE(world.write([&](Call& call) {
        return status::resolve(call, old, {.text = "It works."}, std::nullopt);
    }));
    world.pass(200 * 24h);
    (void)office.publish(office.galleries);
    office.sign_in(office.ada.contacts.at(0).id);
    auto const history = support::json_of(office.get("/portal/history.json").value());
    auto const& oldest = history.at("months").as_array().back().at("things").as_array();
    REQUIRE(oldest.size() == 1);
    CHECK(oldest.at(0).at("lasted_s") == 1200);
    auto const path = std::string{oldest.at(0).at("path").as_string()};
    CHECK(office.get(path)->body.contains("It works."));
    auto const document = support::json_of(*office.get(path + ".json"));
    CHECK(std::string{document.at("id").as_string()} == old.text());
    CHECK(office.get("/portal/history")->body.contains("href=\"" + path + "\""));
}

TEST_CASE(
    "GET /portal/incidents: a text to hand on, with the script of its button and no other (R-95)")
{
    support::World world;
    Office office{world};
    auto const path = "/portal/incidents/" + id_letters(office.publish(office.statistics).value());
    auto const page = office.get(path).value();
    CHECK(page.body.contains("id=\"to-copy\""));
    CHECK(header_of(page, "content-security-policy").contains("script-src 'self';"));
    auto const script = office.get("/portal/copy.js").value();
    CHECK(script.type.starts_with("text/javascript"));
    CHECK(script.body.size() <= 1024);
}

//
TEST_CASE("GET /portal/incidents: what is another account's is an address that there is not")
{
    support::World world;
    Office office{world};
    auto const his = "/portal/incidents/" + id_letters(office.publish(office.galleries).value());
    for (std::string const& path : std::vector<std::string>{
             his, his + ".json", "/portal/incidents/" + id_letters(7), "/portal/issues/x",
             "/portal/windows/" + id_letters(7) + ".json"}) {
        CAPTURE(path);
        auto const reply = office.get(path);
        REQUIRE(reply.has_error());
        CHECK(reply.error() == http::no_such_path());
    }
}

TEST_CASE("POST /portal/critical-dates: keeps it for his account, in his name")
{
    support::for_each_database([](support::World& world) {
        Office office{world};
        auto const reply = office.post("/portal/critical-dates", good_date);
        REQUIRE(reply);
        CHECK(header_of(*reply, "location") == "/portal#dates");
        auto const dates = office.dates(office.ada);
        REQUIRE(dates.size() == 1);
        CHECK(dates[0].title == "Launch");
        CHECK(dates[0].starts_at == parse_rfc3339("2026-03-09T07:00:00Z"));
        CHECK(dates[0].ends_at == parse_rfc3339("2026-03-10T22:00:00Z"));
        CHECK(office.get("/portal")->body.contains("Launch"));
        auto const actors = world.read([&](Call& call) {
            return call.tx.all<std::string>(
                "SELECT actor FROM db_facts WHERE kind = 'CriticalDateAdded'");
        });
        CHECK(actors == std::vector{office.ada.contacts.at(0).id.text()});
    });
}

TEST_CASE("POST /portal/critical-dates: refuses what the API refuses, beside the field")
{
    support::World world;
    Office office{world};
    struct Row {
        std::string_view form;
        std::string_view field;
    };
    for (auto const& [form, field] : std::vector<Row>{
             {"title=&starts_at=2026-03-09T08%3A00&ends_at=2026-03-10T23%3A00&zone=Etc%2FUTC",
              "title"},
             {"title=x&starts_at=&ends_at=2026-03-10T23%3A00&zone=Etc%2FUTC", "starts_at"},
             {"title=x&starts_at=2026-03-09T08%3A00&ends_at=2026-03-08T08%3A00&zone=Etc%2FUTC",
              "ends_at"},
             {"title=x&starts_at=2026-02-01T08%3A00&ends_at=2026-02-02T08%3A00&zone=Etc%2FUTC",
              "ends_at"},
             {"title=x&starts_at=2029-02-01T08%3A00&ends_at=2029-02-02T08%3A00&zone=Etc%2FUTC",
              "starts_at"},
             {"title=x&starts_at=2026-03-09T08%3A00&ends_at=2026-03-10T08%3A00&zone=Mars", "zone"},
             {"", "zone"}}) {
        CAPTURE(std::string{form});
        auto const reply = office.post("/portal/critical-dates", form);
        REQUIRE(reply);
        CHECK(reply->status == 422);
        CHECK(reply->body.contains(fmt::format("id=\"wrong-{}\" role=\"alert\"", field)));
    }
    CHECK(office.dates(office.ada).empty());
}

TEST_CASE("POST /portal/critical-dates/{id}/remove: only what is his account's")
{
    support::for_each_database([](support::World& world) {
        Office office{world};
        REQUIRE(office.post("/portal/critical-dates", good_date));
        auto const path = "/portal/critical-dates/" + office.dates(office.ada).at(0).id.text();
        office.sign_in(office.bo.contacts.at(0).id);
        REQUIRE(office.post(path + "/remove"));
        CHECK(office.dates(office.ada).size() == 1);
        office.sign_in(office.ada.contacts.at(0).id);
        CHECK(header_of(*office.post(path + "/remove"), "location") == "/portal#dates");
        CHECK(office.dates(office.ada).empty());
        CHECK(office.post(path + "/remove")->status == 303);  // pressed twice
    });
}

TEST_CASE("POST /portal/page-link: the first makes an address, the next another one")
{
    support::for_each_database([](support::World& world) {
        Office office{world};
        auto const url = [&] {
            return world.read([&](Call& call) { return pages::page_link(call, office.ada.id); })
                ->url;
        };
        CHECK(office.get("/portal")->body.contains("Make a private address"));
        CHECK(header_of(*office.post("/portal/page-link"), "location") == "/portal#own-page");
        auto const first = url();
        CHECK(office.get("/portal")->body.contains("href=\"" + first + "\""));
        REQUIRE(office.post("/portal/page-link"));
        CHECK(url() != first);
    });
}

TEST_CASE("portal routes: a prospect has a page, and nothing of an account's")
{
    support::World world;
    Office office{world};
    office.sign_in(world.write([](Call& call) {
        return accounts::add_prospect(call, "Cy", *Email::parse("cy@example.test"), BrandId{1}).id;
    }));
    CHECK(office.get("/portal")->status == 200);
    CHECK(office.get("/portal/history").error() == http::no_such_path());
    CHECK(office.post("/portal/critical-dates", good_date).error() == http::no_such_path());
    CHECK(office.post("/portal/page-link").error() == http::no_such_path());
}

TEST_CASE("portal routes: what touched an account is there when it uses that service no more")
{
    support::World world;
    Office office{world};
    world.pass(1h);
    auto const page = "/portal/incidents/" + id_letters(office.publish(office.statistics).value());
    world.pass(1h);
    world.write([&](Call& call) {
        for (auto const& item : status::open_incidents(call.tx, call.now))
            (void)status::resolve(call, item.id, {.text = "It works."}, std::nullopt).value();
    });
    world.pass(1h);
    world.write([&](Call& call) {
        (void)accounts::change_exposure(call, office.ada.id, std::vector{office.galleries}).value();
    });
    CHECK(office.get(page)->status == 200);
    office.sign_in(office.bo.contacts.at(0).id);
    CHECK(office.get(page).error().code == http::no_such_path().code);
}
