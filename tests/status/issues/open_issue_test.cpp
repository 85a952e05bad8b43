#include "status/issues/issue_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

TEST_CASE("open_issue: an issue is kept, told, and its date promised to everybody")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    auto const issue = samples::open(world, samples::slow_search(world, search));
    REQUIRE(issue);
    CHECK(to_json(*samples::look(world, issue->id)) == to_json(*issue));
    CHECK(issue->fix_history.size() == 1);
    CHECK(issue->workaround == Workaround{"Search in one gallery.", "https://example.test/how"});
    CHECK(samples::promised(world, issue->id) == samples::Words{"open 2026-03-07T10:00:00Z"});
    auto const facts = support::facts_told(world);
    CHECK(facts.back() == support::ToldFact{"IssueOpened", issue->id.text()});
}

TEST_CASE("open_issue: without a date nothing is promised, and no word is given")
{
    support::World world;
    auto wish = samples::slow_search(world, samples::service(world, "Search").id);
    wish.fix.reset();
    auto const issue = samples::open(world, wish);
    REQUIRE(issue);
    CHECK_FALSE(issue->fix.eta_at);
    CHECK(issue->fix_history.empty());
    CHECK(samples::promised(world, issue->id).empty());
}

TEST_CASE("open_issue: what only we can read is promised to nobody")
{
    support::World world;
    auto wish = samples::slow_search(world, samples::service(world, "Search").id);
    wish.is_public = false;
    CHECK(samples::promised(world, samples::open(world, wish)->id).empty());
}

TEST_CASE("open_issue: a wish that makes no sense is refused, and nothing is kept")
{
    support::World world;
    auto const search = samples::service(world, "Search").id;
    auto const code = [&](auto const& spoil) {
        auto wish = samples::slow_search(world, search);
        spoil(wish);
        auto const issue = samples::open(world, wish);
        REQUIRE(issue.has_error());
        return issue.error().code + " " + issue.error().field;
    };
    CHECK(code([](NewIssue& w) { w.title = " \n"; }) == "issue.needs_title title");
    CHECK(code([](NewIssue& w) { w.title = std::string(201, 'x'); }) == "issue.needs_title title");
    CHECK(code([](NewIssue& w) { w.text = "\t"; }) == "issue.needs_text text");
    CHECK(code([](NewIssue& w) { w.text = std::string(10'001, 'x'); }) == "issue.too_long text");
    CHECK(code([](NewIssue& w) { w.services.clear(); }) == "issue.needs_services services");
    CHECK(code([&](NewIssue& w) {
              w.services = {search, search};
          }) == "service.named_twice services[1]");
    CHECK(
        code([](NewIssue& w) { w.services = {ServiceId{7}}; }) == "service.not_found services[0]");
    CHECK(code([](NewIssue& w) {
              w.workaround->url = "javascript:alert(1)";
          }) == "workaround.bad_url workaround.url");
    CHECK(code([&](NewIssue& w) { w.fix->at = world.now(); }) == "update.when_passed fix");
    CHECK(code([](NewIssue& w) { w.fix->within = "2h"; }) == "eta.one_of fix");
    CHECK(
        code([](NewIssue& w) { w.fix = Eta{.within = "soon"}; }) == "eta.bad_duration fix.within");
    CHECK(world.read([](Call& call) { return issues(call.tx, {}, 9); }).empty());
}
