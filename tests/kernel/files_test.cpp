#include "kernel/files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <system_error>

using namespace tellfirst;

namespace {

// kernel's tests stand below tests/support, so it makes its folder itself.
struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / "tellfirst-files-XXXXXX").string();
    Folder() { REQUIRE(::mkdtemp(path.data()) != nullptr); }
    ~Folder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("replace_file: the new text is there whole, and nothing else is left")
{
    Folder const folder;
    auto const path = folder.path + "/file";
    replace_file(path, "first");
    replace_file(path, std::string("sec\0nd", 6));
    CHECK(read_whole_file(path) == std::string("sec\0nd", 6));
    std::filesystem::directory_iterator const files{folder.path};
    CHECK(std::distance(begin(files), end(files)) == 1);
    using std::filesystem::perms;
    CHECK(std::filesystem::status(path).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("read_whole_file: a folder is no empty file")
{
    Folder const folder;
    CHECK_FALSE(read_whole_file(folder.path));
    replace_file(folder.path + "/empty", "");
    CHECK(read_whole_file(folder.path + "/empty") == "");
}

TEST_CASE("replace_file: where it cannot be written it says so and leaves the old one")
{
    Folder const folder;
    CHECK_THROWS_AS(replace_file(folder.path + "/none/file", "x"), std::system_error);
    CHECK_FALSE(read_whole_file(folder.path + "/none/file"));
}

TEST_CASE("create_file: whoever comes second keeps what the first one wrote")
{
    Folder const folder;
    auto const path = folder.path + "/file";
    CHECK(create_file(path, "first"));
    CHECK_FALSE(create_file(path, "second"));
    CHECK(read_whole_file(path) == "first");
    std::filesystem::directory_iterator const files{folder.path};
    CHECK(std::distance(begin(files), end(files)) == 1);
    CHECK_THROWS_AS((void)create_file(folder.path + "/none/file", "x"), std::system_error);
}
