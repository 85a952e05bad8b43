#include "pages/mirror/write_whole.hpp"

#include "kernel/files.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tellfirst;
using namespace tellfirst::pages;

TEST_CASE("write_whole: folders are made, the file replaced, and nothing else left")
{
    support::TempDir const folder;
    auto const file = (folder.path() / "a/b/c.html").string();
    CHECK(write_whole(file, "old"));
    CHECK(write_whole(file, "new"));
    CHECK(read_whole_file(file) == "new");
    namespace fs = std::filesystem;
    CHECK(std::distance(fs::directory_iterator{folder.path() / "a/b"}, {}) == 1);
}

TEST_CASE("write_whole: where a file stands in the way it says so")
{
    support::TempDir const folder;
    CHECK(write_whole((folder.path() / "a").string(), "a file"));
    CHECK_FALSE(write_whole((folder.path() / "a/b").string(), "b"));
}
