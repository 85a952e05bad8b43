#include "pages/aging/display.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<Snapshot const> made_at(Instant at)
{
    return std::make_shared<Snapshot const>(Snapshot{
        .made = at,
        .default_host = "a.test",
        .copies = {
            {.host = "a.test",
             .path = "/status.json",
             .body = R"({"services":[{"state":"operational"}]})"}}});
}

bool is_green(Display const& display)
{
    auto const page = display.shelf()->find("a.test", "/status.json");
    REQUIRE(page);
    return page->identity.body.contains("operational");
}

}  // namespace

TEST_CASE("display: what nobody renews is green for three minutes, and what is fresh is again")
{
    Display display;
    display.age(sample::noon);
    CHECK(display.shelf()->find("a.test", "/status.json") == nullptr);
    display.put_up(made_at(sample::noon));
    display.age(sample::noon + 2min);
    CHECK(is_green(display));
    display.age(sample::noon + 3min);
    CHECK_FALSE(is_green(display));
    display.age(sample::noon + 1h);
    CHECK_FALSE(is_green(display));
    display.put_up(made_at(sample::noon + 1h));
    CHECK(is_green(display));
    display.age(sample::noon + 2h);
    CHECK_FALSE(is_green(display));
}

TEST_CASE("display: what is old when it is put up is never green")
{
    Display display;
    display.put_up(made_at(sample::noon), sample::noon + 3min);
    CHECK_FALSE(is_green(display));
    display.put_up(made_at(sample::noon), sample::noon + 1min);
    CHECK(is_green(display));
    display.age(sample::noon + 3min);
    CHECK_FALSE(is_green(display));
}

TEST_CASE("display: a page that says the same when it is old is not made anew")
{
    Display display;
    auto snapshot = *made_at(sample::noon);
    snapshot.copies.push_back({.host = "a.test", .path = "/feed.atom", .body = "feed"});
    display.put_up(std::make_shared<Snapshot const>(std::move(snapshot)));
    auto const feed = display.shelf()->find("a.test", "/feed.atom");
    display.age(sample::noon + 3min);
    CHECK(display.shelf()->find("a.test", "/feed.atom") == feed);
}
