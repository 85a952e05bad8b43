#include "notify/previews/changes.hpp"

#include "notify/samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

std::vector<Change> changed(Announcement const& before, Announcement const& after)
{
    return changes_between(before, after, support::test_start, {});
}

}  // namespace

TEST_CASE("changes_between: a word that says the same changes nothing, whatever its text")
{
    auto after = outage(2);
    after.text = "Still looking.";
    CHECK(changed(outage(1), after).empty());
}

TEST_CASE("changes_between: how far we are and the outlook are said in the words of a mail")
{
    auto after = outage(2);
    after.state = "identified";
    after.when = {.eta_at = support::test_start + 2h, .eta_from = {}, .next_word_at = {}};
    CHECK(
        changed(outage(1), after) == std::vector<Change>{
                                         {.of = Aspect::condition,
                                          .before = "down, looking for the cause",
                                          .after = "down, cause found"},
                                         {.of = Aspect::outlook,
                                          .before = "end not known yet, next word by 11:00 UTC",
                                          .after = "expected back by 12:00 UTC"}});
}

TEST_CASE("changes_between: what begins or ceases to be said has an empty side")
{
    auto after = outage(2);
    after.data_safety = "safe";
    after.workaround = "Use the old one.";
    after.title = "Mail and more is down";
    auto const changes = changed(outage(1), after);
    REQUIRE(changes.size() == 3);
    CHECK(bool{changes[0].of == Aspect::title});
    CHECK(bool{changes[1].of == Aspect::data});
    CHECK(changes[1].before == "");
    CHECK(changes[1].after.contains("safe"));
    CHECK(bool{changes[2].of == Aspect::workaround});
    CHECK(changed(after, outage(1))[2].after == "");
}

TEST_CASE("changes_between: services are told apart by their own state; when it began, too")
{
    auto before = outage(1);
    before.named = {{.name = "Mail", .state = "major", .known_by = {}}};
    auto after = before;
    after.service_names = {"Mail", "Web"};
    after.named->push_back({.name = "Web", .state = "degraded", .known_by = {}});
    after.started_at -= 5min;
    auto const changes = changed(before, after);
    REQUIRE(changes.size() == 2);
    CHECK(bool{changes[0].of == Aspect::services});
    CHECK(changes[0].before == "Mail");
    CHECK(changes[0].after.contains("Web ("));
    CHECK(bool{changes[1].of == Aspect::began});
}

TEST_CASE("changes_between: of a window its time is the outlook")
{
    auto after = work_planned(2);
    after.started_at += 1h;
    auto const changes = changed(work_planned(1), after);
    REQUIRE(changes.size() == 1);
    CHECK(bool{changes[0].of == Aspect::outlook});
}
