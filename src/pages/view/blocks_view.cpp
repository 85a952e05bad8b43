#include "pages/view/blocks_view.hpp"

#include "pages/headline.hpp"
#include "pages/view/incident_view.hpp"
#include "pages/view/issue_view.hpp"
#include "pages/view/service_rows.hpp"
#include "pages/view/window_view.hpp"

namespace tellfirst::pages {
namespace {

template <class Item, class ViewOf>
JsonArray views(std::vector<Item> const& items, ViewOf const& view_of_item)
{
    JsonArray list;
    for (auto const& item : items)
        list.push_back(view_of_item(item));
    return list;
}

// A recurring window without a time ahead is nothing planned.
JsonArray series_views(StatusPage const& page, View const& view)
{
    JsonArray list;
    for (auto const& series : page.series)
        if (std::ranges::any_of(series.occurrences, [&](auto const& occurrence) {
                return occurrence.ends_at > view.now;
            }))
            list.push_back(series_view(series, view));
    return list;
}

// What is over, be it trouble or work, the latest end first.
JsonArray past_views(StatusPage const& page, View const& view)
{
    std::multimap<Instant, JsonObject, std::greater<>> all;
    for (auto const& incident : page.past)
        all.emplace(incident.resolved_at.value_or(page.as_of), past_view(incident, view));
    for (auto const& window : page.past_windows)
        all.emplace(end_of(window), past_view(window, view));
    JsonArray list;
    for (auto& [ended, one] : all)
        if (list.size() < most_past)
            list.push_back(std::move(one));
    return list;
}

// What keeps us from saying that nothing is wrong: it would be a claim that we cannot make.
std::string doubt_of(StatusPage const& page, View const& view)
{
    if (page.services.empty())
        return std::string{view.texts().nothing_listed};
    return unknown_sentence(page.services, view.reader.language);
}

}  // namespace

JsonObject blocks_view(StatusPage const& page, View const& view)
{
    auto const state =
        page.services.empty() ? status::ServiceState::unknown : overall(page.services);
    auto windows = windows_view(page.windows, view);
    bool const has_now = !page.incidents.empty() || !windows.running.empty();
    auto past = past_views(page, view);
    bool const has_past = !past.empty();
    auto const doubt = doubt_of(page, view);
    auto series = series_views(page, view);
    bool const has_planned = !windows.planned.empty() || !series.empty();
    bool const has_bars = std::ranges::any_of(
        page.services, [](auto const& service) { return !service.days.empty(); });
    return {
        {"tone", tone_of(state)},
        {"icon", name_of(state)},
        {"now", views(page.incidents, [&](auto const& one) { return open_view(one, view); })},
        {"running", std::move(windows.running)},
        {"doubt", if_said(doubt)},
        {"is_calm", !has_now && doubt.empty()},
        {"known", views(page.issues, [&](auto const& one) { return issue_view(one, view); })},
        {"planned", std::move(windows.planned)},
        {"series", std::move(series)},
        {"has_planned", has_planned},
        {"past", std::move(past)},
        {"has_past", has_past},
        {"services", service_rows(page.services, view)},
        {"has_services", !page.services.empty()},
        {"has_bars", has_bars}};
}

}  // namespace tellfirst::pages
