// The sign-in of a contact, from the form to the portal and out again.
#include "accounts/accounts.hpp"
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"
#include "pages/pages.hpp"
#include "pages/sign_in.hpp"
#include "status/status.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::ask;

namespace {

struct Office : support::World {
    Office()
    {
        pages::add_routes(table);
        settings.public_url = "https://help.example.test";
        write([&](Call& call) {
            auto const service = [&](std::string const& name, bool is_public) {
                return status::add_service(call, {.name = name, .is_public = is_public})->id;
            };
            statistics = service("Statistics", true);
            galleries = service("Galleries", true);
            heron = service("Heron", false);
            accounts::NewPlan plan;
            plan.name = "Pro";
            ada = accounts::add_account(
                      call, {.name = "Ada & Co",
                             .plan = accounts::add_plan(call, plan)->id,
                             .services = std::vector{statistics, heron},
                             .contacts =
                                 {{.name = "Ada",
                                   .email = *Email::parse("ada@example.test"),
                                   .language = "de",
                                   .zone = "Europe/Berlin"}}})
                      ->contacts.at(0)
                      .id;
        });
    }

    http::Reply get(std::string_view path, http::Headers headers = {})
    {
        return *ask(
            *this, table, Actor::nobody(),
            {.method = "GET", .path = path, .headers = std::move(headers)});
    }
    http::Reply post(std::string_view path, std::string body = {}, http::Headers headers = {})
    {
        return *ask(
            *this, table, Actor::nobody(),
            {.method = "POST",
             .path = path,
             .body = std::move(body),
             .headers = std::move(headers)});
    }
    std::string link()
    {
        return "/portal/sign-in/" +
               write([&](Call& call) { return accounts::make_sign_in_link_secret(call, ada); });
    }
    // The cookie that a browser would send.
    http::Headers signed_in() { return {{"cookie", cookie_of(post(link()))}}; }
    static std::string cookie_of(http::Reply const& reply)
    {
        for (auto const& [name, value] : reply.headers)
            if (name == "set-cookie")
                return value.substr(0, value.find(';'));
        return {};
    }

    http::Table table;
    ServiceId statistics, galleries, heron;
    ContactId ada;
};

bool shows(http::Reply const& reply, std::string_view text)
{
    return reply.body.find(text) != std::string::npos;
}

std::string header_of(http::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

}  // namespace

TEST_CASE("POST /portal/sign-in: a known and an unknown address get the same answer")
{
    Office office;
    auto const known = office.post("/portal/sign-in", "email=ada%40example.test");
    auto const unknown = office.post("/portal/sign-in", "email=nobody%40example.test");
    CHECK(known.status == 200);
    CHECK(known.status == unknown.status);
    CHECK(known.body == unknown.body);
    CHECK(known.headers == unknown.headers);
    CHECK(shows(known, "If we know this address"));
}

TEST_CASE("POST /portal/sign-in: what is no address is shown again, harmless, with what is wrong")
{
    Office office;
    auto const reply = office.post("/portal/sign-in", "email=%22%3E%3Cscript%3E");
    CHECK(reply.status == 422);
    CHECK(shows(reply, "role=\"alert\""));
    CHECK(shows(reply, "value=\"&quot;&gt;&lt;script&gt;\""));
    CHECK_FALSE(shows(reply, "<script"));
}

TEST_CASE("GET /portal/sign-in: speaks the reader's language")
{
    Office office;
    CHECK(shows(office.get("/portal/sign-in"), "Send me a link"));
    CHECK(shows(
        office.get("/portal/sign-in", {{"accept-language", "de-AT,de;q=0.9"}}), "Link schicken"));
}

TEST_CASE("GET /portal/sign-in: who asks for no language of ours reads the brand's")
{
    Office office;
    office.write([](Call& call) {
        accounts::NewBrand lens{.name = "Lens", .host = "status.lens.test"};
        lens.mail_from = Email::parse("care@lens.test");
        lens.language = "de";
        return accounts::add_brand(call, lens);
    });
    auto const language = [&](std::string asked) {
        auto const body = office
                              .get(
                                  "/portal/sign-in", {{"host", "Status.LENS.test.:443"},
                                                      {"accept-language", std::move(asked)}})
                              .body;
        REQUIRE(body.contains("Lens"));
        return body.contains("<html lang=\"de\"") ? "de" : "en";
    };
    CHECK(language("") == std::string{"de"});
    CHECK(language("fr-FR, en;q=0.5") == std::string{"de"});
    CHECK(language("en-GB, de;q=0.5") == std::string{"en"});
}

TEST_CASE("GET /portal/sign-in/{secret}: uses nothing up")
{
    Office office;
    auto const link = office.link();
    CHECK(shows(office.get(link), "<button>Sign in</button>"));
    CHECK(office.get(link).status == 200);
    CHECK(office.post(link).status == 303);
}

TEST_CASE("POST /portal/sign-in/{secret}: signs in once, with a cookie of our host only")
{
    Office office;
    auto const link = office.link();
    auto const first = office.post(link);
    CHECK(first.status == 303);
    CHECK(header_of(first, "location") == "/portal");
    auto const cookie = header_of(first, "set-cookie");
    CHECK(cookie.starts_with("__Host-contact="));
    CHECK(cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"));

    auto const second = office.post(link);
    CHECK(second.status == 401);
    CHECK(header_of(second, "set-cookie").empty());
    CHECK(shows(second, "does not work any more"));
}

TEST_CASE("GET /portal: a stranger is sent to the sign-in")
{
    Office office;
    CHECK(header_of(office.get("/portal"), "location") == "/portal/sign-in");
    auto const forged = office.get("/portal", {{"cookie", "__Host-contact=made-up"}});
    CHECK(header_of(forged, "location") == "/portal/sign-in");
}

TEST_CASE("GET /portal: shows who is signed in and his services, no others")
{
    Office office;
    auto const page = office.get("/portal", office.signed_in());
    CHECK(page.status == 200);
    CHECK(shows(page, "<html lang=\"de\""));
    CHECK(shows(page, "ada@example.test"));
    CHECK(shows(page, "Ada &amp; Co"));
    CHECK(shows(page, "Statistics"));
    CHECK(shows(page, "Heron"));  // private, but he uses it
    CHECK_FALSE(shows(page, "Galleries"));
}

TEST_CASE("GET /portal: shows the incidents that hit him, in his zone and in UTC")
{
    Office office;
    auto const publish = [&](ServiceId service, std::string const& title) {
        REQUIRE(office.write([&](Call& call) {
            return status::publish(
                call, {.title = title,
                       .services = {{.service = service}},
                       .text = "We are looking.",
                       .next_word_at = call.now + 1h});
        }));
    };
    publish(office.statistics, "Numbers are missing");
    publish(office.galleries, "Pictures are missing");
    auto const page = office.get("/portal", office.signed_in());
    CHECK(shows(page, "Numbers are missing"));
    CHECK(shows(page, ">12:00 CET (11:00 UTC)</time>"));
    CHECK_FALSE(shows(page, "Pictures are missing"));
}

TEST_CASE("POST /portal/sign-out: the session is over, not only its cookie gone")
{
    Office office;
    auto const cookie = office.signed_in();
    auto const out = office.post("/portal/sign-out", "", cookie);
    CHECK(out.status == 303);
    CHECK(Office::cookie_of(out) == "__Host-contact=");
    CHECK(header_of(office.get("/portal", cookie), "location") == "/portal/sign-in");
}
