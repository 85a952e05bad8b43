#include "status/issues/issue_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Desk {
    support::World world;
    ServiceId search = samples::service(world, "Search").id;
    NewIssue wish = samples::slow_search(world, search);
    IssueId id = samples::open(world, wish)->id;
};

}  // namespace

TEST_CASE("change_issue: all of it is anew, and told")
{
    Desk desk;
    auto const uploads = samples::service(desk.world, "Uploads").id;
    desk.world.pass(1h);
    NewIssue const wish{
        .title = "Search is off", .services = {uploads}, .text = "Large galleries are left out."};
    auto const issue = samples::change(desk.world, desk.id, wish, 1);
    REQUIRE(issue);
    CHECK(issue->title == "Search is off");
    CHECK(issue->services == std::vector{uploads});
    CHECK_FALSE(issue->workaround);
    CHECK(issue->changed_at == desk.world.now());
    CHECK(issue->version == 2);
    CHECK(to_json(*samples::look(desk.world, desk.id)) == to_json(*issue));
    CHECK(
        support::facts_told(desk.world).back() ==
        support::ToldFact{"IssueChanged", desk.id.text()});
}

TEST_CASE("change_issue: another date moves the promise, and what was said first is kept")
{
    Desk desk;
    desk.world.pass(1h);
    desk.wish.fix = Eta{.within = "5d"};
    auto const issue = samples::change(desk.world, desk.id, desk.wish);
    REQUIRE(issue);
    REQUIRE(issue->fix_history.size() == 2);
    CHECK(issue->fix_history[0].eta_at == support::test_start + 72h);
    CHECK(issue->fix_history[1].eta_words == "5d");
    CHECK(samples::promised(desk.world, desk.id) == samples::Words{"open 2026-03-09T11:00:00Z"});
}

TEST_CASE("change_issue: a date that was missed stays missed; the new one is a new promise")
{
    Desk desk;
    desk.world.pass(80h);
    desk.wish.fix = Eta{.within = "1d"};
    REQUIRE(samples::change(desk.world, desk.id, desk.wish));
    CHECK(
        samples::promised(desk.world, desk.id) ==
        samples::Words{"broken 2026-03-07T10:00:00Z", "open 2026-03-08T18:00:00Z"});
}

TEST_CASE("change_issue: the same date is the same estimate, also when it has passed")
{
    Desk desk;
    desk.world.pass(80h);
    desk.wish.text = "It takes two minutes.";
    auto const issue = samples::change(desk.world, desk.id, desk.wish);
    REQUIRE(issue);
    CHECK(issue->fix_history.size() == 1);
    CHECK(samples::promised(desk.world, desk.id) == samples::Words{"open 2026-03-07T10:00:00Z"});
}

TEST_CASE("change_issue: a date is promised while everybody can read it")
{
    Desk desk;
    desk.wish.is_public = false;
    REQUIRE(samples::change(desk.world, desk.id, desk.wish));
    CHECK(
        samples::promised(desk.world, desk.id) == samples::Words{"withdrawn 2026-03-07T10:00:00Z"});
    desk.wish.is_public = true;
    REQUIRE(samples::change(desk.world, desk.id, desk.wish));
    CHECK(samples::promised(desk.world, desk.id).back() == "open 2026-03-07T10:00:00Z");
}

TEST_CASE("change_issue: old versions, closed and unknown issues and empty wishes are refused")
{
    Desk desk;
    CHECK(samples::change(desk.world, desk.id, desk.wish, 9).error().code == "http.stale");
    CHECK(samples::change(desk.world, desk.id, {}).error().code == "issue.needs_title");
    CHECK(samples::change(desk.world, IssueId{7}, desk.wish).error().code == "issue.not_found");
    REQUIRE(samples::close(desk.world, desk.id));
    CHECK(samples::change(desk.world, desk.id, desk.wish).error().code == "issue.closed");
}
