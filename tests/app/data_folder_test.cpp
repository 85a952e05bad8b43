#include "app/data_folder.hpp"

#include "kernel/files.hpp"

#include "support/results.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace tellfirst;
using namespace tellfirst::app;

namespace {

Chosen in(std::string const& folder)
{
    Chosen chosen;
    chosen.settings.data = folder;
    return chosen;
}

std::filesystem::perms mode_of(std::string const& path)
{
    return std::filesystem::status(path).permissions();
}

}  // namespace

TEST_CASE("want_data_folder: a misspelt path is refused, and nothing is made there")
{
    support::TempDir const place;
    auto const refused = want_data_folder(place / "dat");
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == "data.not_there");
    CHECK_FALSE(std::filesystem::exists(place / "dat"));
    auto chosen = in(place / "data");
    REQUIRE(open_data_folder(chosen));
    CHECK(want_data_folder(place / "data"));
    CHECK(want_data_folder("").error().code == "data.not_chosen");
}

TEST_CASE("open_data_folder: it is made for its owner only, with a secret and a name")
{
    support::TempDir const place;
    auto chosen = in(place / "new/data");
    REQUIRE(open_data_folder(chosen));
    CHECK(chosen.settings.secret.size() == 64);
    CHECK(chosen.settings.node != "single");
    using std::filesystem::perms;
    CHECK(mode_of(place / "new/data") == perms::owner_all);
    CHECK(mode_of(place / "new/data/secret") == (perms::owner_read | perms::owner_write));
}

TEST_CASE("open_data_folder: opened again it has the same secret and name")
{
    support::TempDir const place;
    auto first = in(place / "data");
    auto second = in(place / "data");
    auto other = in(place / "other");
    REQUIRE(open_data_folder(first));
    REQUIRE(open_data_folder(second));
    REQUIRE(open_data_folder(other));
    CHECK(second.settings.secret == first.settings.secret);
    CHECK(second.settings.node == first.settings.node);
    CHECK(other.settings.secret != first.settings.secret);
}

TEST_CASE("open_data_folder: it remembers a database that is not SQLite")
{
    support::TempDir const place;
    auto first = in(place / "data");
    CHECK(database_address(first) == place / "data/tellfirst.db");
    first.database = "postgres://x/y";
    REQUIRE(open_data_folder(first));
    auto second = in(place / "data");
    REQUIRE(open_data_folder(second));
    CHECK(database_address(second) == "postgres://x/y");
}

TEST_CASE("open_data_folder: none chosen, or none possible, is refused with a sentence")
{
    Chosen none;
    auto const mute = open_data_folder(none);
    REQUIRE(mute.has_error());
    CHECK(mute.error().code == "data.not_chosen");

    support::TempDir const place;
    replace_file(place / "file", "");
    auto chosen = in(place / "file/data");
    auto const impossible = open_data_folder(chosen);
    REQUIRE(impossible.has_error());
    CHECK(impossible.error().code == "data.not_usable");
}

TEST_CASE("FolderLock: taken before anything else, it makes the folder")
{
    support::TempDir const place;
    auto const held = FolderLock::take(place / "data");
    CHECK(held);
    auto const nowhere = FolderLock::take("");
    REQUIRE(nowhere.has_error());
    CHECK(nowhere.error().code == "data.not_chosen");
}

TEST_CASE("FolderLock: one server at a time; the next may come when it is gone")
{
    support::TempDir const place;
    {
        auto const held = FolderLock::take(place.path().string());
        REQUIRE(held);
        auto const second = FolderLock::take(place.path().string());
        REQUIRE(second.has_error());
        CHECK(second.error().code == "data.in_use");
    }
    CHECK(FolderLock::take(place.path().string()));
}
