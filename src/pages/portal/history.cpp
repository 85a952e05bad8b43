#include "pages/portal/history.hpp"

#include "pages/portal/portal.hpp"
#include "pages/portal/used_then.hpp"

namespace tellfirst::pages {
namespace {

// Of known issues nobody has so many that an older one would still have gone on within the year.
constexpr int issues_looked_at = 200;

template <class Touched>
std::vector<ShownName> names(std::vector<Touched> const& touched)
{
    std::vector<ShownName> names;
    for (auto const& one : touched)
        names.push_back({.service = one.service, .name = one.name});
    return names;
}

PastThing past_of(ShownIncident const& incident)
{
    return {
        .kind = PastKind::incident,
        .id = incident.id.text(),
        .title = incident.title,
        .state = std::string{name_of(incident.state)},
        .worst = incident.worst,
        .services = names(incident.services),
        .is_yours_only = incident.is_yours_only,
        .from = incident.started_at,
        .to = incident.resolved_at,
        .reviewed_at = incident.reviewed_at,
        .path = "/portal" + path_of("incidents", incident.id)};
}

PastThing past_of(ShownWindow const& window)
{
    return {
        .kind = PastKind::window,
        .id = window.id.text(),
        .title = window.title,
        .state = std::string{name_of(window.state)},
        .services = window.services,
        .from = window.starts_at,
        .to = window.closed_at,
        .path = "/portal" + path_of("windows", window.id)};
}

PastThing past_of(ShownIssue const& issue)
{
    return {
        .kind = PastKind::issue,
        .id = issue.id.text(),
        .title = issue.title,
        .state = issue.closed_at ? "closed" : "open",
        .services = issue.services,
        .from = issue.created_at,
        .to = issue.closed_at,
        .path = "/portal" + path_of("issues", issue.id)};
}

// Work that was called off before it began touched nobody, nor does what is still to come.
bool has_begun(ShownWindow const& window)
{
    bool const was_called_off = window.closed_at && *window.closed_at <= window.starts_at;
    return window.state != status::WindowState::planned && !was_called_off;
}

std::vector<PastThing> things_of(Seen const& seen)
{
    std::vector<PastThing> things;
    for (auto const& incident : seen.incidents)
        if (!incident.merged_into)
            things.push_back(past_of(incident));
    for (auto const& window : seen.windows)
        if (has_begun(window))
            things.push_back(past_of(window));
    for (auto const& issue : seen.issues)
        things.push_back(past_of(issue));
    std::ranges::sort(things, std::greater{}, [](PastThing const& thing) {
        return std::pair{thing.from, thing.id};
    });
    return things;
}

}  // namespace

History history_of(std::vector<status::Standing> standings, Seen const& seen, Instant now)
{
    History history{.as_of = now, .months = {}};
    for (auto& standing : standings)
        history.months.push_back(
            {.standing = known_of(std::move(standing), seen.services), .things = {}});
    if (history.months.empty())
        return history;
    auto month = history.months.begin();
    auto const oldest = std::prev(history.months.end());
    for (auto& thing : things_of(seen)) {
        if (thing.from > now || (thing.to && *thing.to <= oldest->standing.from))
            continue;
        while (month != oldest && thing.from < month->standing.from)
            ++month;
        thing.lasted_s = (thing.to.value_or(now) - thing.from) / std::chrono::seconds{1};
        month->things.push_back(std::move(thing));
    }
    return history;
}

std::optional<History> look_back(Call& call, Visitor const& visitor)
{
    if (!visitor.account)
        return std::nullopt;
    auto const account = visitor.account->id;
    auto standings = status::standings_of(call.tx, account, call.now).value();
    // Before it was our customer's account nothing touched it.
    auto const since = std::max(standings.back().from, visitor.account->created_at);
    Found const found{
        .services = status::services(call.tx),
        .open = {},
        .latest = status::incidents_since(call.tx, since, call.now),
        .windows = status::windows_between(call.tx, since, call.now),
        .series = {},
        .issues = status::issues(call.tx, std::nullopt, issues_looked_at),
        .bars = {},
        .retired = retired_among(status::services_since(call.tx, since)),
        .now = call.now};
    auto seen = seen_then(found, account, accounts::uses_during(call.tx, account, since, call.now));
    std::erase_if(seen.issues, [since](ShownIssue const& issue) {
        return issue.closed_at && *issue.closed_at <= since;
    });
    return history_of(std::move(standings), seen, call.now);
}

}  // namespace tellfirst::pages
