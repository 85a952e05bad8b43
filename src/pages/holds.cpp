#include "pages/holds.hpp"

#include "pages/newest.hpp"

#include <ranges>

namespace tellfirst::pages {
namespace {

using status::WindowState;

void add(Holds& holds, ShownIncident const& incident)
{
    auto const by = incident.id.text();
    for (auto const& update : incident.updates | std::views::reverse)  // the oldest first
        for (auto const& change : update.changes) {
            auto& of_service = holds[change.service];
            for (auto& hold : of_service)
                if (hold.by == by)
                    hold.to = std::min(hold.to, update.at);
            of_service.push_back({.by = by, .state = change.to, .from = update.at});
        }
}

void add(Holds& holds, ShownWindow const& window)
{
    if (window.state != WindowState::started && window.state != WindowState::finished)
        return;
    for (auto const& service : window.services)
        holds[service.service].push_back(
            {.by = window.id.text(),
             .state = status::ServiceState::maintenance,
             .from = window.starts_at,
             .to = window.closed_at.value_or(Instant::max())});
}

}  // namespace

Holds holds_of(StatusPage const& page)
{
    Holds holds;
    for (auto const& incident : newest(page.latest, page.incidents))
        add(holds, incident);
    for (auto const& incident : page.merged)
        add(holds, incident);
    for (auto const& window : newest(page.latest_windows, page.windows))
        add(holds, window);
    return holds;
}

status::ServiceState state_without(Asked const& asked, Holds const& holds)
{
    auto state = status::ServiceState::operational;
    auto const held = holds.find(asked.service);
    if (held == holds.end())
        return state;
    for (auto const& hold : held->second)
        if (hold.by != asked.thing && hold.from <= asked.at && asked.at < hold.to)
            state = status::worst(state, hold.state);
    return state;
}

}  // namespace tellfirst::pages
