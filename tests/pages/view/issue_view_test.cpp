#include "pages/view/issue_view.hpp"

#include "pages/sample.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

View const at_noon{.reader = {}, .now = sample::noon};

std::string said(ShownIssue const& issue)
{
    std::string all;
    for (auto const& sentence : fix_sentences(issue, at_noon))
        all += (all.empty() ? "" : " ") + sample::without_tags(sentence);
    return all;
}

ShownIssue with_fix(Duration after_noon)
{
    return {.fix = {.eta_at = sample::noon + after_noon}};
}

}  // namespace

TEST_CASE("fix_sentences: no date is said, a date is a promise, one that passed says so")
{
    CHECK(said({}) == "There is no date for the fix yet.");
    CHECK(said(with_fix(24h)) == "The fix is expected by 5 Mar 12:00 UTC.");
    CHECK(said(with_fix(-24h)) == "The fix was expected by 3 Mar 12:00 UTC.");
    CHECK(said({.closed_at = sample::noon}) == "Fixed 12:00 UTC");
}

TEST_CASE("fix_sentences: a date that was moved says from when")
{
    auto issue = with_fix(48h);
    for (auto const after : {24h, 48h})
        issue.fix_history.push_back(
            {.eta_at = sample::noon + after, .eta_words = {}, .said_at = {}});
    CHECK(
        said(issue) ==
        "The fix is expected by 6 Mar 12:00 UTC. It was 5 Mar 12:00 UTC, and has moved once.");
}

TEST_CASE("issue_view: how many it affects stands beside the button, until it is closed")
{
    ShownIssue issue{.id = IssueId{7}, .affected = 3};
    auto const voice = issue_view(issue, at_noon).at("voice");
    CHECK(
        std::string{voice.at("action").as_string()} == path_of("issues", issue.id) + "/affects-me");
    CHECK(voice.at("count").at("text") == "Affects 3");
    issue.closed_at = sample::noon;
    CHECK(issue_view(issue, at_noon).at("voice").is_null());
}
