#include "pages/copies.hpp"
#include "pages/pages.hpp"
#include "support/temp_dir.hpp"
#include "wire/http/hot_page.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;

// How it follows a server that lives is tested with one (tests/scenarios/mirror_test.py).

TEST_CASE("Follower: what was kept is shown at once, though nobody answers")
{
    support::TempDir const folder;
    auto const data = folder.path().string();
    REQUIRE(Copies{data}.keep(
        {.made = {},
         .default_host = "else.test",
         .copies = {{.host = "127.0.0.1", .path = "/", .body = "last seen"}}}));
    Follower follower{data, {"http://127.0.0.1:1"}};  // a port on which nobody listens
    CHECK(follower.find("127.0.0.1", "/") == nullptr);
    follower.start();
    auto const page = follower.find("by-another-name.test", "/");
    REQUIRE(page != nullptr);
    CHECK(page->identity.body == "last seen");
    follower.stop();
}
