// What was announced to a contact, as he finds it in the portal; and his browser that asks to be
// told.
#include "pages/portal/inbox_routes.hpp"

#include "kernel/digest.hpp"
#include "pages/portal/signed_in.hpp"
#include "wire/webpush/keys.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using pages::sample::SignedIn;

namespace {

std::string browser(std::string_view endpoint)
{
    auto const keys = webpush::new_key_pair();
    return fmt::format(
        R"({{"endpoint":"{}","keys":{{"p256dh":"{}","auth":"{}"}}}})", endpoint,
        to_base64url(keys.open), to_base64url(std::string(16, 'a')));
}

std::size_t count(std::string_view text, std::string_view what)
{
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++found;
    return found;
}

}  // namespace

TEST_CASE("GET /portal/inbox: it shows what was announced, marked until it is read")
{
    SignedIn desk{pages::add_inbox_routes};
    CHECK(desk.page("/portal/inbox").contains("Nothing was announced to you yet."));
    desk.say("investigating", 1);
    auto const last = desk.say("identified", 2);
    auto const page = desk.page("/portal/inbox");
    CHECK(count(page, "class=\"unread\"") == 2);
    CHECK(page.contains("Mail &lt;is&gt; down"));
    CHECK(page.contains("href=\"/portal/incidents/"));
    CHECK(desk.ask("POST", "/portal/inbox/read", "until=" + last.text())->status == 303);
    CHECK(count(desk.page("/portal/inbox"), "class=\"unread\"") == 0);
    CHECK(desk.ask("POST", "/portal/inbox/read", "until=x").error().field == "until");
}

TEST_CASE("GET /portal/inbox: page after page, and the same as JSON")
{
    SignedIn desk{pages::add_inbox_routes};
    for (int update = 1; update <= 3; ++update)
        desk.say("investigating", update);
    auto const first = support::json_of(*desk.ask("GET", "/portal/inbox.json?limit=2"));
    CHECK(first.at("items").as_array().size() == 2);
    auto const next = std::string{first.at("next").as_string()};
    auto const rest = desk.page("/portal/inbox?limit=2&after=" + next);
    CHECK(count(rest, "class=\"unread\"") == 1);
    CHECK(!rest.contains("Earlier ones"));
    CHECK(desk.page("/portal/inbox?limit=2").contains("Earlier ones"));
}

TEST_CASE("GET /portal/inbox: news is read there, since it has no page")
{
    SignedIn desk{pages::add_inbox_routes};
    desk.world
        .write([](Call& call) {
            return notify::publish_news(
                call,
                {.texts = {{"en", "Faster <galleries>", "They open **at once**."}}, .undo_s = 0});
        })
        .value();
    auto const page = desk.page("/portal/inbox");
    CHECK(page.contains("Faster &lt;galleries&gt;</h2>"));
    CHECK(page.contains("They open <strong>at once</strong>."));
    CHECK(!page.contains("href=\"/portal/incidents/"));
}

TEST_CASE("the portal: each page says what is not read, and what of it goes on")
{
    SignedIn desk{pages::add_inbox_routes};
    CHECK(!desk.page("/portal").contains("class=\"news\""));
    auto const open = desk.say("investigating", 1);
    for (std::string_view const path : {"/portal", "/portal/history", "/portal/inbox"}) {
        CAPTURE(path);
        auto const page = desk.page(path);
        CHECK(page.contains("1 not read"));
        CHECK(page.contains("Mail: down, looking for the cause."));
    }
    auto const over = desk.say("resolved", 2);
    CHECK(desk.page("/portal").contains("2 not read"));
    CHECK(
        count(desk.page("/portal"), "class=\"news\" role=\"status\"><a href=\"/portal/inbox\"") ==
        1);
    desk.ask("POST", "/portal/inbox/read", "until=" + open.text()).value();
    CHECK(desk.page("/portal").contains("1 not read"));
    desk.ask("POST", "/portal/inbox/read", "until=" + over.text()).value();
    CHECK(!desk.page("/portal").contains("class=\"news\""));
}

TEST_CASE("POST /portal-api/push: the browser of who is signed in is told, until he says otherwise")
{
    SignedIn desk{pages::add_inbox_routes};
    auto const told = [&] {
        return desk.world.read([&](Call& call) { return notify::count_pushes(call.tx, desk.ada); });
    };
    CHECK(desk.ask("POST", "/portal-api/push", browser("https://push.test/1"))->status == 204);
    CHECK(told() == 1);
    CHECK(desk.ask("POST", "/portal-api/push", "{}").has_error());
    auto const gone =
        desk.ask("DELETE", "/portal-api/push", R"({"endpoint":"https://push.test/1"})");
    CHECK(gone->status == 204);
    CHECK(told() == 0);
}

TEST_CASE("the inbox and the switch: nobody who is not signed in has them")
{
    SignedIn desk{pages::add_inbox_routes};
    desk.cookies.clear();
    CHECK(desk.ask("GET", "/portal/inbox")->status == 303);
    CHECK(desk.ask("GET", "/portal/inbox.json").error().code == "portal.not_signed_in");
    CHECK(desk.ask("POST", "/portal/inbox/read")->status == 303);
    for (std::string_view const method : {"POST", "DELETE"})
        CHECK(
            desk.ask(method, "/portal-api/push", browser("https://push.test/1")).error().code ==
            "portal.not_signed_in");
}

TEST_CASE("the switch: the page may run its script, which asks for our key and starts a worker")
{
    SignedIn desk{pages::add_inbox_routes};
    auto const page = desk.ask("GET", "/portal").value();
    CHECK(page.body.contains("<script src=\"/portal/push.js\" defer></script>"));
    CHECK(std::ranges::any_of(page.headers, [](auto const& header) {
        return header.first == "content-security-policy" &&
               header.second.contains("script-src 'self'; connect-src 'self'; worker-src 'self'");
    }));
    for (std::string_view const path : {"/portal/push.js", "/portal/service-worker.js"})
        CHECK(desk.ask("GET", path)->type.starts_with("text/javascript"));
    auto const key = support::json_of(*desk.ask("GET", "/push/key"));
    CHECK(key.at("key").as_string().size() == 87);
    CHECK(key == support::json_of(*desk.ask("GET", "/push/key")));
}
