#include "pages/copies.hpp"

#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("copies: what was kept is read again, the newest of each path")
{
    support::TempDir const folder;
    Copies const copies{folder.path().string()};
    CHECK(copies.keep({{"/", "old"}, {"/de/", "alt"}}));
    CHECK(copies.keep({{"/", "new"}}));
    CHECK(copies.read("/") == "new");
    CHECK(Copies{folder.path().string()}.read("/de/") == "alt");
    CHECK_FALSE(copies.read("/status.json"));
}

TEST_CASE("copies: stand as a dumb web server would want them, and nothing half-written")
{
    support::TempDir const folder;
    CHECK(Copies{folder.path().string()}.keep({{"/de/", "alt"}, {"/status.json", "{}"}}));
    CHECK(std::filesystem::exists(folder.path() / "pages/de/index.html"));
    CHECK(std::filesystem::exists(folder.path() / "pages/status.json"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "pages/status.json.new"));
}

TEST_CASE("copies: a folder that takes nothing is said, not thrown")
{
    support::TempDir const folder;
    std::ofstream{folder.path() / "pages"} << "a file stands in the way";
    CHECK_FALSE(Copies{folder.path().string()}.keep({{"/", "new"}}));
}

TEST_CASE("copies: without a data folder nothing is kept and nothing is wrong")
{
    Copies const copies{""};
    CHECK(copies.keep({{"/", "new"}}));
    CHECK_FALSE(copies.read("/"));
}
