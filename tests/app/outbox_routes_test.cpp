#include "app/outbox_routes.hpp"

#include "support/ask.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tellfirst;
using namespace tellfirst::app;
using support::json_of;

namespace {

constexpr std::string_view plain = "Return-Path: <bounce@help.test>\r\n"
                                   "Delivered-To: ada@a.test\r\n"
                                   "From: Smug <support@help.test>\r\n"
                                   "To: Ada <ada@a.test>\r\n"
                                   "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
                                   "Date: Wed, 04 Mar 2026 10:00:00 +0000\r\n"
                                   "\r\n"
                                   "It is back.\r\n";
constexpr std::string_view with_html = "From: support@help.test\r\n"
                                       "To: bob@b.test\r\n"
                                       "Subject: Hello\r\n"
                                       "Content-Type: text/html; charset=utf-8\r\n"
                                       "\r\n"
                                       "<p>Hello <b>Bob</b></p><script>alert(1)</script>\r\n";

struct Desk {
    support::World world;
    support::TempDir folder;
    http::Table table;

    Desk()
    {
        std::filesystem::create_directories(folder / "new");
        add_outbox_routes(table, "maildir:" + folder.path().string());
    }
    void put(std::string_view name, std::string_view raw)
    {
        std::ofstream{folder / (std::string{"new/"}.append(name))} << raw;
    }
    Result<http::Reply> get(std::string const& path)
    {
        return support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
    }
};

}  // namespace

TEST_CASE("GET /api/v1/outbox: the newest first, with what a list shows of a mail")
{
    Desk desk;
    desk.put("0001.a", plain);
    desk.put("0002.b", with_html);
    auto const page = desk.get("/api/v1/outbox?limit=1");
    REQUIRE(page);
    CHECK(json_of(*page).at("items").at(0).at("id") == "0002.b");
    CHECK(json_of(*page).at("items").at(0).at("to") == "bob@b.test");
    CHECK(json_of(*page).at("next") == "0002.b");
    auto const rest = desk.get("/api/v1/outbox?limit=1&after=0002.b");
    REQUIRE(rest);
    auto const row = json_of(*rest).at("items").at(0);
    CHECK(row.at("to") == "ada@a.test");
    CHECK(row.at("from") == "Smug <support@help.test>");
    CHECK(row.at("subject") == "Grüße");
    CHECK(row.at("at") == "2026-03-04T10:00:00Z");
    CHECK(row.at("size") == plain.size());
    CHECK(json_of(*rest).at("next").is_null());
    CHECK_FALSE(desk.get("/api/v1/outbox?after=../x"));
}

TEST_CASE("GET /api/v1/outbox/{id}: a mail with its text and headers")
{
    Desk desk;
    desk.put("0001.a", plain);
    auto const mail = desk.get("/api/v1/outbox/0001.a");
    REQUIRE(mail);
    CHECK(json_of(*mail).at("text").as_string().starts_with("It is back."));
    CHECK(json_of(*mail).at("has_html") == false);
    CHECK(json_of(*mail).at("headers").at(0).at("name") == "return-path");
    CHECK(desk.get("/api/v1/outbox/0002.b").error().code == "mail.not_found");
    CHECK(desk.get("/api/v1/outbox/..").error().code == "mail.not_found");
}

TEST_CASE("GET /api/v1/outbox/{id}/html: as it is, but nothing in it runs or is fetched")
{
    Desk desk;
    desk.put("0001.a", plain);
    desk.put("0002.b", with_html);
    auto const html = desk.get("/api/v1/outbox/0002.b/html");
    REQUIRE(html);
    CHECK(html->type == "text/html; charset=utf-8");
    CHECK(html->body.contains("<b>Bob</b>"));
    auto const policy = std::ranges::find(
        html->headers, "content-security-policy", &http::Headers::value_type::first);
    REQUIRE(policy != html->headers.end());
    CHECK(policy->second.starts_with("default-src 'none';"));
    CHECK(policy->second.contains("; sandbox;"));
    CHECK(desk.get("/api/v1/outbox/0001.a/html").error().code == "mail.not_found");
}

TEST_CASE("outbox: where the relay sends mail, there is nothing to look at, and it says so")
{
    support::World world;
    http::Table table;
    add_outbox_routes(table, "smtp://127.0.0.1:25");
    for (auto const* const path :
         {"/api/v1/outbox", "/api/v1/outbox/0001.a", "/api/v1/outbox/0001.a/html"}) {
        auto const answer =
            support::ask(world, table, Actor::system(), {.method = "GET", .path = path});
        REQUIRE(answer.has_error());
        CHECK(answer.error().code == "outbox.elsewhere");
    }
}

TEST_CASE("outbox: only for owners, because mails hold links by which customers sign in")
{
    Desk desk;
    Actor const nobody_much{
        .kind = Actor::Kind::token, .rights = {Right::read_tickets, Right::read_proof}};
    auto const answer = support::ask(
        desk.world, desk.table, nobody_much, {.method = "GET", .path = "/api/v1/outbox"});
    CHECK(answer.error().code == "http.right_missing");
}
