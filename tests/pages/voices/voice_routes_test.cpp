#include "pages/voices/voice_routes.hpp"

#include "accounts/accounts.hpp"
#include "pages/links/links.hpp"
#include "status/status.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace std::chrono_literals;
using support::ask;

namespace {

std::string const around = "https://help.example.test/wait";

// Statistics is down for everybody; Heron, which nobody sees, is down, too.
struct Office : support::World {
    Office()
    {
        pages::add_voice_routes(table);
        write([&](Call& call) {
            auto const outage = [&](std::string const& name, bool is_public) {
                auto const id =
                    status::add_service(call, {.name = name, .is_public = is_public})->id;
                auto const incident = status::publish(
                    call, {.title = name,
                           .services = {{.service = id}},
                           .text = "We are looking.",
                           .next_word_at = call.now + 1h,
                           .workaround = status::Workaround{.text = "Wait.", .url = around}});
                return id_letters(incident->id.value());
            };
            statistics = outage("Statistics", true);
            heron = outage("Heron", false);
        });
    }

    Result<http::Reply> click(std::string const& path, http::Headers headers = {})
    {
        if (headers.empty() || headers.front().first != "origin")
            headers.emplace_back("sec-fetch-site", "same-origin");
        return ask(
            *this, table, Actor::nobody(),
            {.method = "POST", .path = path, .headers = std::move(headers), .peer = peer});
    }

    // As a browser follows a link of that site's.
    Result<http::Reply> walk(std::string const& path, std::string from, http::Headers headers = {})
    {
        headers.emplace_back("sec-fetch-dest", "document");
        headers.emplace_back("sec-fetch-site", std::move(from));
        return ask(
            *this, table, Actor::nobody(),
            {.method = "GET", .path = path, .headers = std::move(headers)});
    }

    std::int64_t voices(status::VoiceKind kind = status::VoiceKind::see_it_too)
    {
        auto const subject = "inc_" + statistics;
        return read([&](Call& call) { return status::voices_of(call.tx, subject)[kind]; });
    }
    std::int64_t walkers() { return voices(status::VoiceKind::looked_at_workaround); }

    http::Table table;
    std::string peer = "192.0.2.7";
    std::string statistics, heron;
};

std::string header_of(http::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

}  // namespace

//
TEST_CASE("POST see-it-too: five voices are five, five clicks of one are one")
{
    Office office;
    auto const path = "/incidents/" + office.statistics + "/see-it-too";
    for (int i = 0; i < 5; ++i)
        CHECK(office.click(path)->status == 303);
    CHECK(office.voices() == 5);

    auto const cookie = header_of(*office.click(path), "set-cookie");
    CHECK(office.voices() == 6);
    for (int i = 0; i < 5; ++i) {
        auto const reply = office.click(path, {{"cookie", cookie.substr(0, cookie.find(';'))}});
        CHECK(header_of(*reply, "set-cookie").empty());
    }
    CHECK(office.voices() == 6);
}

TEST_CASE("POST see-it-too: from one address a few browsers are heard in an hour, cookie or none")
{
    Office office;
    auto const path = "/incidents/" + office.statistics + "/see-it-too";
    for (int i = 0; i < 30; ++i) {
        CHECK(office.click(path)->status == 303);
        CHECK(office.click(path, {{"cookie", fmt::format("voice={}", i)}})->status == 303);
    }
    CHECK(office.voices() == status::most_voices_of_one_origin);
    office.peer = "192.0.2.8";
    (void)office.click(path);
    CHECK(office.voices() == status::most_voices_of_one_origin + 1);
    office.pass(1h);
    (void)office.click(path);
    CHECK(office.voices() == status::most_voices_of_one_origin + 2);
}

TEST_CASE("POST see-it-too: leads back to the page in its language, past what the browser kept")
{
    Office office;
    auto const page = "/de/incidents/" + office.statistics;
    auto const reply = office.click(page + "/see-it-too");
    CHECK(header_of(*reply, "location") == page + "?heard=1#heard");
}

TEST_CASE("POST see-it-too: another site's form is refused, with or without a cookie")
{
    Office office;
    auto const path = "/incidents/" + office.statistics + "/see-it-too";
    auto const refused = office.click(path, {{"origin", "https://evil.test"}});
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "http.cross_site");
    CHECK(office.voices() == 0);
}

TEST_CASE("POST see-it-too: what a reader may not see answers as an address that there is not")
{
    Office office;
    for (std::string const& path : std::vector<std::string>{
             "/incidents/" + office.heron + "/see-it-too",
             "/incidents/" + id_letters(7) + "/see-it-too", "/incidents/nonsense/see-it-too",
             "/issues/" + id_letters(7) + "/affects-me",
             "/incidents/" + office.statistics + "/helped/",
             "/p/nobody/incidents/" + office.statistics + "/see-it-too",
             "/portal/incidents/" + office.statistics + "/see-it-too"}) {
        CAPTURE(path);
        auto const reply = office.click(path);
        REQUIRE(reply.has_error());
        CHECK(reply.error().code == "http.no_such_path");
    }
}

//
TEST_CASE("GET workaround: leads to where it is explained, and counts each person once")
{
    Office office;
    auto const path = "/incidents/" + office.statistics + "/workaround";
    auto const first = office.walk(path, "same-origin");
    REQUIRE(first);
    CHECK(first->status == 303);
    CHECK(header_of(*first, "location") == around);
    CHECK(header_of(*first, "referrer-policy") == "no-referrer");
    CHECK(office.walkers() == 1);
    auto const cookie = header_of(*first, "set-cookie");
    (void)office.walk(path, "same-origin", {{"cookie", cookie.substr(0, cookie.find(';'))}});
    CHECK(office.walkers() == 1);
    (void)office.walk("/de" + path, "none");  // from a mail
    CHECK(office.walkers() == 2);
}

TEST_CASE("GET workaround: programs and other sites' pages are led there, and count as nobody")
{
    Office office;
    auto const path = "/incidents/" + office.statistics + "/workaround";
    auto const from_elsewhere = office.walk(path, "cross-site");
    auto const by_program =
        ask(office, office.table, Actor::nobody(), {.method = "GET", .path = path});
    for (auto const& reply : {from_elsewhere, by_program}) {
        REQUIRE(reply);
        CHECK(header_of(*reply, "location") == around);
        CHECK(header_of(*reply, "set-cookie").empty());
    }
    CHECK(office.walkers() == 0);
}

TEST_CASE("GET workaround: of what a reader may not see there is no such address")
{
    Office office;
    for (std::string const& path : std::vector<std::string>{
             "/incidents/" + office.heron + "/workaround",
             "/incidents/" + id_letters(7) + "/workaround",
             "/p/nobody/incidents/" + office.statistics + "/workaround",
             "/portal/incidents/" + office.statistics + "/workaround"}) {
        CAPTURE(path);
        CHECK(office.walk(path, "same-origin").error().code == "http.no_such_path");
    }
}

TEST_CASE("GET workaround: strangers are limited as with everything that writes")
{
    Office const office;
    for (std::string const way : {"/incidents/x/workaround", "/p/x/de/issues/x/workaround"})
        CHECK(office.table.find("GET", way)->route->counted);
}
