#include "console/console.hpp"
#include "console/pack.hpp"
#include "support/temp_dir.hpp"
#include "wire/http/hot_page.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace tellfirst;
using namespace tellfirst::console;

namespace {

constexpr std::string_view start_page = "<!doctype html><script src=assets/a-1.js></script>";

Shelf packed()
{
    std::vector<PackedFile> const files{
        {.name = "assets/a-1.js", .plain = "let a = 1;", .gzip = "zipped", .brotli = "brotlied"},
        {.name = "icon.svg", .plain = "<svg/>"},
        {.name = "index.html", .plain = std::string{start_page}}};
    return Shelf::of_pack(write_pack(files));
}

void write(support::TempDir const& folder, std::string_view name, std::string_view text)
{
    std::filesystem::path const path{folder / name};
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::trunc} << text;
}

std::string body_at(Shelf const& shelf, std::string_view path)
{
    auto const page = shelf.find(path);
    return page ? page->identity.body : "nothing";
}

std::string head_at(Shelf const& shelf, std::string_view path)
{
    auto const page = shelf.find(path);
    return page ? page->identity.head : "nothing";
}

}  // namespace

TEST_CASE("Shelf: the address of any screen answers the start page")
{
    auto const shelf = packed();
    for (auto const path :
         {"/console/", "/console/tickets/tkt_aaaak3vq7x2m", "/console/index.html",
          "/console/../secret", "/console/%2e%2e/secret"})
        CHECK(body_at(shelf, path) == start_page);
}

TEST_CASE("Shelf: a file of the console stands under its own name")
{
    auto const shelf = packed();
    CHECK(body_at(shelf, "/console/icon.svg") == "<svg/>");
    CHECK(head_at(shelf, "/console/icon.svg").contains("content-type: image/svg+xml\r\n"));
}

TEST_CASE("Shelf: hashed files are kept for a year, others are asked for again")
{
    auto const shelf = packed();
    CHECK(head_at(shelf, "/console/assets/a-1.js")
              .contains("cache-control: public, max-age=31536000, immutable\r\n"));
    CHECK(head_at(shelf, "/console/").contains("cache-control: no-cache\r\n"));
    CHECK(head_at(shelf, "/console/").contains("etag: \""));
}

TEST_CASE("Shelf: a file is sent as it was packed")
{
    auto const page = packed().find("/console/assets/a-1.js");
    REQUIRE(page);
    REQUIRE(page->brotli);
    REQUIRE(page->gzip);
    CHECK(page->brotli->body == "brotlied");
    CHECK(page->gzip->body == "zipped");
}

TEST_CASE("Shelf: the start page may run our scripts only and stand in no frame")
{
    auto const head = head_at(packed(), "/console/");
    CHECK(head.contains("content-security-policy: default-src 'none'; script-src 'self';"));
    CHECK(head.contains("frame-ancestors 'none'\r\n"));
    CHECK(head.contains("x-content-type-options: nosniff\r\n"));
}

TEST_CASE("Shelf: a missing asset is missing")
{
    CHECK(body_at(packed(), "/console/assets/a-2.js") == "nothing");
}

TEST_CASE("Shelf: what lies outside /console/ is not its own")
{
    for (auto const path : {"/", "/console", "/consoles/", "/api/v1/me"})
        CHECK(body_at(packed(), path) == "nothing");
}

TEST_CASE("Shelf: an empty one has no page at all")
{
    CHECK(body_at(Shelf::of_pack(""), "/console/") == "nothing");
}

TEST_CASE("Shelf: a folder is read anew each time")
{
    support::TempDir const folder;
    write(folder, "index.html", "one");
    write(folder, "assets/a-1.js", "let a;");
    Shelf const shelf{folder.path().string()};
    CHECK(body_at(shelf, "/console/inbox") == "one");
    CHECK(body_at(shelf, "/console/assets/a-1.js") == "let a;");
    write(folder, "index.html", "two");
    CHECK(body_at(shelf, "/console/inbox") == "two");
}

TEST_CASE("Shelf: no address leads out of its folder")
{
    support::TempDir const folder;
    write(folder, "secret", "hush");
    write(folder, "dist/index.html", "start");
    write(folder, "dist/.env", "hush");
    Shelf const shelf{folder / "dist"};
    for (auto const path :
         {"/console/../secret", "/console/.env", "/console/assets/../../secret",
          "/console//secret"})
        CHECK_FALSE(body_at(shelf, path).contains("hush"));
}
