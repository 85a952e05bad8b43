#include "pages/status_page.hpp"

namespace tellfirst::pages {
namespace {

// Readers see different ones of them; so many are enough for fifty each.
constexpr int latest_looked_at = 150;
constexpr int windows_looked_at = 150;

}  // namespace

std::vector<status::Service> retired_among(std::vector<status::Service> services)
{
    std::erase_if(services, [](auto const& service) { return !service.retired_at; });
    return services;
}

Found look(Call& call, std::optional<AccountId> account)
{
    status::Latest const latest{
        .account = account, .most = latest_looked_at, .ended_since = call.now - past_shown};
    Found found{
        .services = status::services(call.tx),
        .open = status::open_incidents(call.tx, call.now),
        .latest = status::latest_incidents(call.tx, call.now, latest),
        .windows = status::windows(call.tx, {.limit = windows_looked_at}),
        .series = status::series(call.tx, call.now, call.now - ended_series_shown),
        .issues = status::current_issues(call.tx, call.now - closed_issue_shown),
        .bars = {},
        .corrected = status::corrected_incidents(call.tx),
        .now = call.now};
    auto ever = status::services_since(call.tx, Instant::min());
    found.bars = look_at_bars(call, ever, account);
    found.retired = retired_among(std::move(ever));
    return found;
}

AllBars
look_at_bars(Call& call, std::span<status::Service const> ever, std::optional<AccountId> account)
{
    AllBars all;
    for (auto& bars : status::day_bars(call.tx, ever, call.now, {.account = account}))
        all.emplace(bars.service, std::move(bars));
    return all;
}

Found look_at(Call& call, std::string_view id)
{
    Found found{
        .services = status::services(call.tx),
        .open = {},
        .latest = {},
        .windows = {},
        .series = {},
        .issues = {},
        .bars = {},
        .retired = retired_among(status::services_since(call.tx, Instant::min())),
        .now = call.now};
    auto const add_incident = [&](IncidentId incident) {
        if (auto one = status::find_incident(call.tx, incident, call.now))
            found.latest.push_back(*std::move(one));
    };
    if (auto const incident = IncidentId::parse(id)) {
        add_incident(*incident);
        if (!found.latest.empty() && found.latest.front().merged_into)
            add_incident(*found.latest.front().merged_into);
    } else if (auto const window = WindowId::parse(id)) {
        if (auto one = status::find_window(call.tx, *window))
            found.windows.push_back(*std::move(one));
    } else if (auto const issue = IssueId::parse(id)) {
        if (auto one = status::find_issue(call.tx, *issue))
            found.issues.push_back(*std::move(one));
    }
    return found;
}

}  // namespace tellfirst::pages
