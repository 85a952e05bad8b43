#include "wire/smtp/maildir.hpp"

#include "support/temp_dir.hpp"
#include "wire/smtp/maildir_reader.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

using namespace tellfirst;
using namespace tellfirst::smtp;

TEST_CASE("Maildir: a message becomes a file in new, as it was before it was stuffed")
{
    support::TempDir const folder;
    auto const path = (folder / "maildir");
    std::promise<Outcome> reported;
    bool pulled = false;
    Maildir maildir{
        path,
        [&](std::size_t) -> std::vector<Outgoing> {
            if (std::exchange(pulled, true))
                return {};
            return {
                {.token = 7,
                 .from = "bounce@help.test",
                 .to = "ann@a.test",
                 .data = compile("Subject: x\r\n\r\n.dot\r\n..two\r\n")}};
        },
        [&](std::vector<Outcome> const& outcomes) { reported.set_value(outcomes.at(0)); }};
    auto outcome = reported.get_future();
    REQUIRE(outcome.wait_for(std::chrono::seconds{10}) == std::future_status::ready);
    auto const told = outcome.get();
    CHECK(told.token == 7);
    CHECK(told.kind == Outcome::Kind::accepted);

    std::filesystem::directory_iterator const files{path + "/new"};
    REQUIRE(files != std::filesystem::directory_iterator{});
    std::ifstream file{files->path()};
    std::ostringstream text;
    text << file.rdbuf();
    CHECK(
        text.str() == "Return-Path: <bounce@help.test>\r\nDelivered-To: ann@a.test\r\n"
                      "Subject: x\r\n\r\n.dot\r\n..two\r\n");
}

TEST_CASE("Maildir: the names of its files are ids in the order in which they were written")
{
    support::TempDir const folder;
    std::promise<void> reported;
    std::vector<Outgoing> waiting;
    for (auto const* const subject : {"one", "two", "three"})
        waiting.push_back(
            {.from = "a@a.test",
             .to = "b@b.test",
             .data = compile(fmt::format("Subject: {}\r\n\r\n", subject))});
    Maildir maildir{
        folder.path().string(), [&](std::size_t) { return std::exchange(waiting, {}); },
        [&](std::vector<Outcome> const&) { reported.set_value(); }};
    REQUIRE(reported.get_future().wait_for(std::chrono::seconds{10}) == std::future_status::ready);
    auto const mails = newest_mails(folder.path().string(), "", 10);
    REQUIRE(mails.size() == 3);
    std::vector<std::string> subjects;
    for (auto const& mail : mails) {
        std::ifstream file{mail.path};
        std::string line;
        while (std::getline(file, line) && !line.starts_with("Subject: ")) {
        }
        subjects.push_back(line.substr(9, line.size() - 10));
    }
    CHECK(subjects == std::vector<std::string>{"three", "two", "one"});
}
