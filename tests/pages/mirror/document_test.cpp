#include "pages/mirror/document.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

std::string document_with(std::string const& path, std::string const& header = "x-y")
{
    MirrorDocument const document{
        .made = {},
        .files = {
            {.path = path,
             .type = "text/html",
             .headers = {{header, "z"}},
             .sha256 = Body{"body"}.hash()}}};
    return write_json(to_json(document));
}

}  // namespace

TEST_CASE("mirror_documents: each host lists what is public there, and nothing of another")
{
    Snapshot snapshot{
        .made = from_micros(60'000'000),
        .default_host = "a.test",
        .copies = {
            {.host = "a.test", .path = "/", .headers = {{"x-y", "z"}}, .body = "vendor"},
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

TEST_CASE("read_mirror_document: a header's name is a name; what is no list is refused")
{
    CHECK(read_mirror_document(document_with("/", "x: y\r\nset-cookie")).has_error());
    CHECK(read_mirror_document(document_with("/", "")).has_error());
    CHECK(read_mirror_document("{}").has_error());
    CHECK(read_mirror_document("<html>").has_error());
}
