#include "support/temp_dir.hpp"
#include "tickets/conversation.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

using namespace tellfirst;

TEST_CASE("keep_raw: a small message stays in its row, a large one is a file named by its content")
{
    support::TempDir folder;
    Settings settings;
    settings.data = (folder / "data");
    std::filesystem::create_directories(settings.data);

    std::string const small(tickets::largest_in_row, 'a');
    auto const in_row = tickets::keep_raw(settings, small);
    CHECK(in_row.file.empty());
    CHECK(tickets::load_raw(settings, in_row) == small);

    std::string const large(tickets::largest_in_row + 1, 'b');
    auto const in_file = tickets::keep_raw(settings, large);
    auto const again = tickets::keep_raw(settings, large);
    CHECK(in_file.raw.empty());
    CHECK(in_file.file == again.file);
    CHECK(in_file.size == static_cast<std::int64_t>(large.size()));
    CHECK(tickets::load_raw(settings, in_file) == large);
    std::filesystem::directory_iterator const files{settings.data + "/mails"};
    CHECK(std::distance(begin(files), end(files)) == 1);
}

TEST_CASE("keep_raw: a disk that takes only a part keeps nothing of it")
{
    support::TempDir folder;
    Settings settings;
    settings.data = folder / "data";
    auto const before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit free{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &free) == 0);
    rlimit const full{.rlim_cur = 10'000, .rlim_max = free.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &full) == 0);
    bool refused = false;
    try {
        (void)tickets::keep_raw(settings, std::string(tickets::largest_in_row + 1, 'c'));
    } catch (std::system_error const&) {
        refused = true;
    }
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &free) == 0);
    std::signal(SIGXFSZ, before);
    CHECK(refused);
    CHECK(std::filesystem::is_empty(settings.data + "/mails"));
}

TEST_CASE("load_raw: a file that is gone is an error and never an empty mail")
{
    support::TempDir folder;
    Settings settings;
    settings.data = folder / "data";
    CHECK_THROWS(
        (void)tickets::load_raw(settings, {.raw = {}, .file = "0123abcd", .size = 70'000}));
}
