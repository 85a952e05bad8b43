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

TEST_CASE("fetch_host: the pages come with type and headers as they are there, and the list itself")
{
    Peer peer;
    auto const copies = fetch_host("a.test", {}, peer.get());
    REQUIRE(copies);
    CHECK(*copies == peer.snapshot.copies);
}

TEST_CASE("fetch_host: what is known already is not asked for again")
{
    Peer peer;
    auto const known = peer.snapshot.copies;
    peer.snapshot.copies[1].body = "neu";
    peer.snapshot.copies.pop_back();
    peer.list();
    auto const copies = fetch_host("a.test", known, peer.get());
    REQUIRE(copies);
    CHECK((*copies)[1].body == "neu");
    CHECK(peer.asked == Asked{"/mirror.json", "/de/"});
}

TEST_CASE("fetch_host: a page that is not what the list says was renewed meanwhile")
{
    Peer peer;
    peer.snapshot.copies[0].body = "renewed";
    auto const copies = fetch_host("a.test", {}, peer.get());
    REQUIRE(copies.has_error());
    CHECK(copies.error().code == "mirror.changed");
}

TEST_CASE("fetch_host: a server that does not answer, or answers something else, is said")
{
    auto const refused = fetch_host(
        "a.test", {}, [](std::string const&) -> Result<std::string> { return not_found("page"); });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "page.not_found");
    auto const strange = fetch_host(
        "a.test", {}, [](std::string const&) -> Result<std::string> { return "<html>"; });
    CHECK(strange.has_error());
}

TEST_CASE("host_of: the name in an address, in lower case and without its port")
{
    CHECK(host_of("https://Status.example.com") == "status.example.com");
    CHECK(host_of("http://127.0.0.1:8080/x") == "127.0.0.1");
    CHECK(host_of("http://[::1]:8080") == "[::1]");
}
