#include "wire/smtp/maildir.hpp"

#include "support/temp_dir.hpp"

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
