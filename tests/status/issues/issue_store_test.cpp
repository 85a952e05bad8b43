#include "status/issues/issue_samples.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

TEST_CASE("issue_store: issues come back as they were saved, newest first, open or closed")
{
    support::for_each_database([](support::World& world) {
        auto const search = samples::service(world, "Search").id;
        auto const uploads = samples::service(world, "Uploads").id;
        auto wish = samples::slow_search(world, search);
        wish.services.push_back(uploads);
        auto const first = samples::open(world, wish).value();
        wish.workaround = Workaround{.text = "Wait."};
        wish.fix = Eta{.from = world.now() + 1h, .to = world.now() + 2h};
        auto const second = samples::open(world, wish).value();
        auto const closed = samples::close(world, first.id).value();

        auto const list = [&](std::optional<IssueId> after, WhichIssues which) {
            std::vector<Json> found;
            for (auto const& issue :
                 world.read([&](Call& call) { return issues(call.tx, after, 10, which); }))
                found.push_back(to_json(issue));
            return found;
        };
        CHECK(list({}, WhichIssues::all) == std::vector{to_json(second), to_json(closed)});
        CHECK(list({}, WhichIssues::open) == std::vector{to_json(second)});
        CHECK(list({}, WhichIssues::closed) == std::vector{to_json(closed)});
        CHECK(list(second.id, WhichIssues::all) == std::vector{to_json(closed)});
        CHECK(second.services == std::vector{search, uploads});
    });
}

TEST_CASE("issue_store: what is open is current however old it is, what was closed only of late")
{
    support::for_each_database([](support::World& world) {
        auto const wish = samples::slow_search(world, samples::service(world, "Search").id);
        auto const old = samples::open(world, wish)->id;
        auto const closed = samples::open(world, wish)->id;
        (void)samples::close(world, closed).value();
        auto const ids = [&](Instant closed_since) {
            std::vector<IssueId> found;
            for (auto const& issue :
                 world.read([&](Call& call) { return current_issues(call.tx, closed_since); }))
                found.push_back(issue.id);
            return found;
        };
        CHECK(ids(world.now()) == std::vector{closed, old});
        CHECK(ids(world.now() + 1us) == std::vector{old});
    });
}

TEST_CASE("issue_store: two dates in one microsecond are one, the later")
{
    support::for_each_database([](support::World& world) {
        auto wish = samples::slow_search(world, samples::service(world, "Search").id);
        auto const id = samples::open(world, wish)->id;
        wish.fix = Eta{.within = "1d"};
        auto const issue = samples::change(world, id, wish);
        REQUIRE(issue);
        REQUIRE(issue->fix_history.size() == 1);
        CHECK(issue->fix_history[0].eta_words == "1d");
    });
}
