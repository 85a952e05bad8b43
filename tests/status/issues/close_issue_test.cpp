#include "status/issues/issue_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

struct Desk {
    support::World world;
    IssueId id =
        samples::open(world, samples::slow_search(world, samples::service(world, "Search").id))->id;
};

}  // namespace

TEST_CASE("close_issue: what became of it is kept and told, and the promise with it")
{
    Desk desk;
    desk.world.pass(1h);
    auto const issue = samples::close(desk.world, desk.id);
    REQUIRE(issue);
    CHECK(issue->closed_at == desk.world.now());
    CHECK(issue->closing_text == "It has a new index.");
    CHECK(to_json(*samples::look(desk.world, desk.id)) == to_json(*issue));
    CHECK(samples::promised(desk.world, desk.id) == samples::Words{"kept 2026-03-07T10:00:00Z"});
    CHECK(
        support::facts_told(desk.world).back() == support::ToldFact{"IssueClosed", desk.id.text()});
    CHECK(desk.world.read([](Call& call) { return issues(call.tx, {}, 9, WhichIssues::open); })
              .empty());
}

TEST_CASE("close_issue: said twice, it is the same issue and tells nobody twice")
{
    Desk desk;
    auto const first = samples::close(desk.world, desk.id);
    auto const told = support::facts_told(desk.world);
    desk.world.pass(1h);
    auto const again = samples::close(desk.world, desk.id, {.text = "Again."}, 1);
    REQUIRE(again);
    CHECK(to_json(*again) == to_json(*first));
    CHECK(support::facts_told(desk.world) == told);
}

TEST_CASE("close_issue: without a word, of an old version or of nothing it is refused")
{
    Desk desk;
    auto const code = [&](IssueId id, std::string text, std::optional<std::int64_t> version) {
        return samples::close(desk.world, id, {.text = std::move(text)}, version).error().code;
    };
    CHECK(code(desk.id, " \n", std::nullopt) == "issue.needs_closing_text");
    CHECK(code(desk.id, std::string(10'001, 'x'), std::nullopt) == "issue.too_long");
    CHECK(code(desk.id, "Done.", 9) == "http.stale");
    CHECK(code(IssueId{7}, "Done.", std::nullopt) == "issue.not_found");
    CHECK_FALSE(samples::look(desk.world, desk.id)->closed_at);
}
