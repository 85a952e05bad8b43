#include "pages/copies.hpp"

#include "pages/mirror/document.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace tellfirst;
using namespace tellfirst::pages;

namespace {

namespace fs = std::filesystem;

Snapshot snapshot_of(std::string body)
{
    return {
        .made = from_micros(1),
        .default_host = "a.test",
        .copies = {
            {.host = "a.test", .path = "/", .headers = {{"x-y", "z"}}, .body = std::move(body)},
            {.host = "b.test", .path = "/", .body = "other"},
            {.host = "a.test", .path = "/a.txt", .type = "text/plain", .body = "other"}}};
}

std::size_t bodies_in(fs::path const& data)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{data / "pages/bodies"}, fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("copies: the newest snapshot is read again as it was, and no older body is left")
{
    support::TempDir const folder;
    Copies const copies{folder.path().string()};
    CHECK(copies.keep(snapshot_of("old")));
    CHECK(copies.keep(snapshot_of("new")));
    CHECK(Copies{folder.path().string()}.read() == snapshot_of("new"));
    CHECK(bodies_in(folder.path()) == 2);  // one body is the same on two hosts
}

TEST_CASE("copies: a body that a power cut has torn is left out, and mended by the next keeping")
{
    support::TempDir const folder;
    Copies const copies{folder.path().string()};
    CHECK(copies.keep(snapshot_of("whole")));
    std::ofstream{folder.path() / "pages/bodies" / Body{"whole"}.hash()} << "who";
    REQUIRE(copies.read());
    CHECK(copies.read()->copies.size() == 2);
    CHECK(copies.keep(snapshot_of("whole")));
    CHECK(copies.read() == snapshot_of("whole"));
}

TEST_CASE("copies: a folder that takes nothing is said, not thrown")
{
    support::TempDir const folder;
    std::ofstream{folder.path() / "pages"} << "a file stands in the way";
    CHECK_FALSE(Copies{folder.path().string()}.keep(snapshot_of("new")));
}

TEST_CASE("copies: nothing is read where nothing, or no manifest of ours, was kept")
{
    support::TempDir const folder;
    CHECK_FALSE(Copies{folder.path().string()}.read());
    fs::create_directories(folder.path() / "pages");
    std::ofstream{folder.path() / "pages/manifest.json"} << "{\"made\":";
    CHECK_FALSE(Copies{folder.path().string()}.read());
}

TEST_CASE("copies: without a data folder nothing is kept and nothing is wrong")
{
    Copies const copies{""};
    CHECK(copies.keep(snapshot_of("new")));
    CHECK_FALSE(copies.read());
}
