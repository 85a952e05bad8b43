#pragma once
// A known issue, and short words for what becomes of it.
#include "status/samples.hpp"

namespace tellfirst::status::samples {

inline NewIssue slow_search(support::World& world, ServiceId service)
{
    return {
        .title = "Search is slow",
        .services = {service},
        .text = "It takes a minute for large galleries.",
        .workaround =
            Workaround{.text = "Search in one gallery.", .url = "https://example.test/how"},
        .fix = Eta{.at = world.now() + std::chrono::hours{72}}};
}

inline Result<Issue> open(support::World& world, NewIssue const& wish)
{
    return world.write([&](Call& call) { return open_issue(call, wish); });
}

inline Result<Issue> change(
    support::World& world, IssueId id, NewIssue const& wish,
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return change_issue(call, id, wish, version); });
}

inline Result<Issue> close(
    support::World& world, IssueId id, CloseIssue const& wish = {.text = "It has a new index."},
    std::optional<std::int64_t> version = std::nullopt)
{
    return world.write([&](Call& call) { return close_issue(call, id, wish, version); });
}

inline std::optional<Issue> look(support::World& world, IssueId id)
{
    return world.read([&](Call& call) { return find_issue(call.tx, id); });
}

// The promises about it, oldest first: {"open 2026-03-07T10:00:00Z"}.
inline Words promised(support::World& world, IssueId id)
{
    auto all = world.read([&](Call& call) { return promises::about(call.tx, id.text()); });
    std::ranges::sort(all, {}, &promises::Promise::id);
    Words words;
    for (auto const& promise : all)
        words.push_back(
            fmt::format("{} {}", name_of(promise.state), to_rfc3339(promise.due_at.value())));
    return words;
}

}  // namespace tellfirst::status::samples
