#include "pages/mirror/document.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

std::string document_with(
    std::string const& path, HeaderLine const& header = {"cache-control", "no-cache"},
    std::string const& type = "text/html; charset=utf-8")
{
    MirrorDocument const document{
        .made = {},
        .files = {
            {.path = path, .type = type, .headers = {header}, .sha256 = Body{"body"}.hash()}}};
    return write_json(to_json(document));
}

}  // namespace

TEST_CASE("mirror_documents: each host lists what is public there, and nothing of another")
{
    Snapshot snapshot{
        .made = from_micros(60'000'000),
        .default_host = "a.test",
        .copies = {
            {.host = "a.test",
             .path = "/",
             .headers = {{"cache-control", "no-cache"}},
             .body = "vendor"},
            {.host = "b.test", .path = "/", .body = "partner"}}};
    auto const documents = mirror_documents(snapshot);
    REQUIRE(documents.size() == 2);
    auto const& vendor = documents[0];
    CHECK(vendor.host == "a.test");
    CHECK(vendor.path == "/mirror.json");
    auto const read = read_mirror_document(vendor.body.text());
    REQUIRE(read);
    CHECK(read->made == snapshot.made);
    REQUIRE(read->files.size() == 1);
    CHECK(copy_of(read->files[0], "vendor").headers == snapshot.copies[0].headers);
    CHECK(read->files[0].sha256 == Body{"vendor"}.hash());
    CHECK_FALSE(documents[1].body.text().contains("a.test"));
}

TEST_CASE("read_mirror_document: a path that leaves its folder, or reads otherwise, is refused")
{
    CHECK(read_mirror_document(document_with("/de/a-b_c.json")));
    for (auto const* const path :
         {"", "de/", "/../etc", "/a/../b", "/a/./b", "//host/a", "/a?b", "/a%2e", "/a b", "/a\\b",
          "/ä", "/a:b"}) {
        auto const read = read_mirror_document(document_with(path));
        REQUIRE_MESSAGE(read.has_error(), path);
        CHECK(read.error().code == "mirror.bad_document");
    }
}

TEST_CASE("read_mirror_document: headers and types that our pages do not have are refused")
{
    for (HeaderLine const& header : std::vector<HeaderLine>{
             {"set-cookie", "a=b"},
             {"content-length", "3"},
             {"transfer-encoding", "chunked"},
             {"x: y\r\nset-cookie", "z"},
             {"", "z"},
             {"cache-control", "a\r\nset-cookie: b"}}) {
        auto const read = read_mirror_document(document_with("/", header));
        REQUIRE_MESSAGE(read.has_error(), header.name);
        CHECK(read.error().code == "mirror.bad_document");
    }
    for (auto const* const type : {"", "text/html", "application/x-shockwave-flash"})
        CHECK(read_mirror_document(document_with("/", {"cache-control", "a"}, type)).has_error());
}

TEST_CASE("read_mirror_document: what is no list is refused")
{
    CHECK(read_mirror_document("{}").has_error());
    CHECK(read_mirror_document("<html>").has_error());
}
