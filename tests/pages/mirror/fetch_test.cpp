#include "pages/mirror/fetch.hpp"

#include "pages/mirror/document.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

// Another server, as far as its pages go.
struct Peer {
    Snapshot snapshot{
        .made = {},
        .default_host = "a.test",
        .copies = {
            {.host = "a.test",
             .path = "/",
             .headers = {{"cache-control", "no-cache"}},
             .body = "home"},
            {.host = "a.test", .path = "/de/", .body = "daheim"}}};
    std::vector<std::string> asked = {};

    Peer() { list(); }

    void list()
    {
        std::ranges::move(mirror_documents(snapshot), std::back_inserter(snapshot.copies));
    }

    Get get()
    {
        return [this](std::string const& path) -> Result<std::string> {
            asked.push_back(path);
            for (auto const& copy : snapshot.copies)
                if (copy.path == path)
                    return copy.body.text();
            return not_found("page");
        };
    }
};

using Asked = std::vector<std::string>;

}  // namespace

TEST_CASE("Fetching: the pages come with type and headers as they are there, and the list itself")
{
    Peer peer;
    auto const copies = Fetching{"a.test"}.look(peer.get());
    REQUIRE(copies);
    CHECK(*copies == peer.snapshot.copies);
}

TEST_CASE("Fetching: what is known already is not asked for again")
{
    Peer peer;
    auto const known = peer.snapshot.copies;
    peer.snapshot.copies[1].body = "neu";
    peer.snapshot.copies.pop_back();
    peer.list();
    auto const copies = Fetching{"a.test", known}.look(peer.get());
    REQUIRE(copies);
    CHECK((*copies)[1].body == "neu");
    CHECK(peer.asked == Asked{"/mirror.json", "/de/"});
}

TEST_CASE("Fetching: a page that is not what the list says was renewed meanwhile")
{
    Peer peer;
    peer.snapshot.copies[0].body = "renewed";
    auto const copies = Fetching{"a.test"}.look(peer.get());
    REQUIRE(copies.has_error());
    CHECK(copies.error().code == "mirror.changed");
}

TEST_CASE("Fetching: a server that does not answer, or answers something else, is said")
{
    auto const refused = Fetching{"a.test"}.look(
        [](std::string const&) -> Result<std::string> { return not_found("page"); });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "page.not_found");
    auto const strange =
        Fetching{"a.test"}.look([](std::string const&) -> Result<std::string> { return "<html>"; });
    CHECK(strange.has_error());
}

TEST_CASE("Fetching: what was read before a look failed is not asked for again")
{
    Peer peer;
    auto const home = peer.snapshot.copies[0].body;
    Fetching fetching{"a.test"};
    peer.snapshot.copies[1].body = "renewed";
    REQUIRE(fetching.look(peer.get()).has_error());
    peer.snapshot.copies[1].body = "daheim";
    peer.asked.clear();
    auto const copies = fetching.look(peer.get());
    REQUIRE(copies);
    CHECK((*copies)[0].body == home);
    CHECK(peer.asked == Asked{"/mirror.json", "/de/"});
}

TEST_CASE("Fetching: what is listed no longer is forgotten")
{
    Peer peer;
    auto const first = peer.snapshot;
    Fetching fetching{"a.test"};
    REQUIRE(fetching.look(peer.get()));
    peer.snapshot.copies = {first.copies[0]};
    peer.list();
    REQUIRE(fetching.look(peer.get()));
    peer.snapshot = first;
    peer.asked.clear();
    REQUIRE(fetching.look(peer.get()));
    CHECK(peer.asked == Asked{"/mirror.json", "/de/"});
}

TEST_CASE("Fetching: a host that shows more than is kept of one is refused, whenever it came")
{
    Peer peer;
    auto const whole = peer.snapshot.copies.back().body.text().size() + 4 + 6;
    Fetching enough{"a.test", {}, whole};
    CHECK(enough.look(peer.get()));
    Fetching fetching{"a.test", {}, whole - 1};
    for (int look = 0; look < 2; ++look) {
        auto const refused = fetching.look(peer.get());
        REQUIRE(refused.has_error());
        CHECK(refused.error().code == "mirror.too_large");
    }
}

TEST_CASE("get_from: when the time for a look is up, nothing more is asked")
{
    auto const get = get_from("http://127.0.0.1:1", {.until = std::chrono::steady_clock::now()});
    auto const answered = get("/");
    REQUIRE(answered.has_error());
    CHECK(answered.error().code == "mirror.too_slow");
}

TEST_CASE("host_of: the name in an address, in lower case and without its port")
{
    CHECK(host_of("https://Status.example.com") == "status.example.com");
    CHECK(host_of("http://127.0.0.1:8080/x") == "127.0.0.1");
    CHECK(host_of("http://[::1]:8080") == "[::1]");
}
