#include "pages/mirror/write.hpp"

#include "kernel/files.hpp"
#include "pages/copies.hpp"
#include "support/results.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

constexpr Instant made = from_micros(60'000'000);

Snapshot sample()
{
    return {
        .made = made,
        .default_host = "a.test",
        .copies = {
            {.host = "a.test", .path = "/", .body = "home"},
            {.host = "a.test", .path = "/de", .body = "daheim"},
            {.host = "a.test", .path = "/de/", .body = "daheim"},
            {.host = "a.test", .path = "/incidents/x1", .body = "trouble"},
            {.host = "a.test", .path = "/incidents/x1/feed.atom", .type = "a/b", .body = "feed"},
            {.host = "b.test", .path = "/status.json", .type = "a/b", .body = "{}"}}};
}

std::set<std::string> files_in(fs::path const& folder)
{
    std::set<std::string> files;
    for (auto const& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file())
            files.insert(fs::relative(entry.path(), folder).string());
    return files;
}

std::set<std::string> const all{
    "a.test/index.html",
    "a.test/de/index.html",
    "a.test/incidents/x1/index.html",
    "a.test/incidents/x1/feed.atom",
    "b.test/status.json",
    "written.json"};

}  // namespace

TEST_CASE("write_mirror: files stand where a dumb web server looks for them, public ones only")
{
    support::TempDir const folder;
    auto const mirrored = write_mirror(sample(), folder.path().string());
    REQUIRE(mirrored);
    CHECK(*mirrored == Mirrored{.made = made, .hosts = 2, .files = 5});
    CHECK(files_in(folder.path()) == all);
    CHECK(read_whole_file((folder.path() / "a.test/index.html").string()) == "home");
}

TEST_CASE("write_mirror: what is gone is removed with its folders; what is not ours stays")
{
    support::TempDir const folder;
    REQUIRE(write_mirror(sample(), folder.path().string()));
    std::ofstream{folder.path() / "a.test/theirs.txt"} << "theirs";
    auto next = sample();
    std::erase_if(next.copies, [](Copy const& copy) {
        return copy.path.starts_with("/incidents") || copy.host == "b.test";
    });
    next.copies[0].body = "changed";
    REQUIRE(write_mirror(next, folder.path().string()));
    CHECK(
        files_in(folder.path()) ==
        std::set<std::string>{
            "a.test/index.html", "a.test/de/index.html", "a.test/theirs.txt", "written.json"});
    CHECK_FALSE(fs::exists(folder.path() / "b.test"));
    CHECK_FALSE(fs::exists(folder.path() / "a.test/incidents"));
    CHECK(read_whole_file((folder.path() / "a.test/index.html").string()) == "changed");
}

TEST_CASE("write_mirror: what somebody else spoilt is mended")
{
    support::TempDir const folder;
    REQUIRE(write_mirror(sample(), folder.path().string()));
    std::ofstream{folder.path() / "a.test/index.html"} << "spoilt";
    REQUIRE(write_mirror(sample(), folder.path().string()));
    CHECK(read_whole_file((folder.path() / "a.test/index.html").string()) == "home");
}

TEST_CASE("write_mirror: a folder that takes nothing is named")
{
    support::TempDir const folder;
    std::ofstream{folder.path() / "a.test"} << "a file stands in the way";
    auto const mirrored = write_mirror(sample(), folder.path().string());
    REQUIRE(mirrored.has_error());
    CHECK(mirrored.error().code == "mirror.not_written");
    CHECK(mirrored.error().detail.contains("a.test"));
}

TEST_CASE(
    "Mirror: what no server has renewed for three minutes is written once more, without its green")
{
    support::TempDir const data;
    support::TempDir const folder;
    Mirror mirror{data.path().string(), folder.path().string()};
    auto snapshot = sample();
    auto& status = snapshot.copies.back();
    status.body = R"({"services":[{"state":"operational"}]})";
    REQUIRE(Copies{data.path().string()}.keep(snapshot));
    auto const written = [&] { return read_whole_file(folder / "b.test/status.json"); };
    REQUIRE(mirror.write(snapshot.made + 1min).value());
    CHECK(written() == status.body.text());
    CHECK_FALSE(mirror.write(snapshot.made + 2min).value());
    REQUIRE(mirror.write(snapshot.made + 3min).value());
    CHECK(written() == R"({"services":[{"state":"unknown"}]})");
    CHECK_FALSE(mirror.write(snapshot.made + 4min).value());
}

TEST_CASE("Mirror: writes what the data folder kept, and says where nothing was kept yet")
{
    support::TempDir const data;
    support::TempDir const folder;
    Mirror mirror{data.path().string(), folder.path().string()};
    auto const nothing = mirror.write(made);
    REQUIRE(nothing.has_error());
    CHECK(nothing.error().code == "mirror.nothing_yet");
    REQUIRE(Copies{data.path().string()}.keep(sample()));
    auto const written = mirror.write(made);
    REQUIRE(written);
    REQUIRE(*written);
    CHECK((*written)->files == 5);
    CHECK(files_in(folder.path()) == all);
}

TEST_CASE("Mirror: only what is newer is written again")
{
    support::TempDir const data;
    support::TempDir const folder;
    Mirror mirror{data.path().string(), folder.path().string()};
    auto next = sample();
    REQUIRE(Copies{data.path().string()}.keep(next));
    REQUIRE(mirror.write(made));
    CHECK_FALSE(mirror.write(made).value());
    next.made += 1min;
    REQUIRE(Copies{data.path().string()}.keep(next));
    auto const written = mirror.write(made).value();
    REQUIRE(written);
    CHECK(written->made == next.made);
}

TEST_CASE(
    "write_mirror: whoever else writes into the folder cannot make us remove or change other files")
{
    support::TempDir const home;
    auto const victim = home.path() / "victim.txt";
    auto const folder = home.path() / "mirror";
    fs::create_directories(folder / "a.test");
    std::ofstream{victim} << "mine";
    std::ofstream{folder / "written.json"}
        << R"({"files": ["../victim.txt", "a.test/../../victim.txt"]})";
    fs::create_symlink(victim, folder / "a.test" / ".index.html.new");
    REQUIRE(write_mirror(sample(), folder.string()));
    CHECK(read_whole_file(victim.string()) == "mine");
    CHECK(read_whole_file((folder / "a.test/index.html").string()) == "home");
}
