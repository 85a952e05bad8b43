#include "pages/status_page.hpp"

#include "pages/visible.hpp"

namespace tellfirst::pages {
namespace {

template <class Item>
void keep_newest(std::vector<Item>& items, std::size_t most)
{
    if (items.size() > most)
        items.resize(most);
}

// What one reader sees of what was found.
class Eyes {
  public:
    Eyes(Found const& found, Reader const& reader, std::vector<ShownService> const& services)
        : found_{found}, reader_{reader}, retired_{visible_retired(found, reader)}
    {
        for (auto const* const list : {&services, &retired_})
            for (auto const& service : *list)
                if (!service.is_group)
                    names_.emplace_back(service.id, service.name);
    }

    [[nodiscard]] std::vector<ShownService> const& retired() const { return retired_; }

    [[nodiscard]] std::vector<ShownIncident>
    incidents(std::vector<status::Incident> const& all) const
    {
        std::vector<ShownIncident> seen;
        for (auto const& incident : all)
            if (auto one = see(incident); one && !incident.merged_into)
                seen.push_back(*std::move(one));
        return seen;
    }

    // What was public before it turned out to be part of another one that he sees.
    [[nodiscard]] std::vector<ShownIncident>
    merged(std::vector<status::Incident> const& all, std::vector<ShownIncident> const& others) const
    {
        std::vector<ShownIncident> seen;
        for (auto const& incident : all) {
            if (!incident.merged_into || incident.updates.empty())
                continue;
            auto const into = std::ranges::find(others, *incident.merged_into, &ShownIncident::id);
            auto one = into == others.end() ? std::nullopt : see(incident);
            if (!one)
                continue;
            one->merged_into = ShownMerge{.into = into->id, .title = into->title};
            seen.push_back(*std::move(one));
        }
        return seen;
    }

    [[nodiscard]] std::vector<ShownWindow> windows() const
    {
        std::vector<ShownWindow> seen;
        for (auto const& window : found_.windows)
            if (auto one = see(window))
                seen.push_back(*std::move(one));
        return seen;
    }

    [[nodiscard]] std::vector<ShownSeries> series() const
    {
        std::vector<ShownSeries> seen;
        for (auto const& series : found_.series)
            if (auto one = see(series))
                seen.push_back(*std::move(one));
        return seen;
    }

    [[nodiscard]] std::vector<ShownIssue> issues() const
    {
        std::vector<ShownIssue> seen;
        for (auto const& issue : found_.issues)
            if (auto one = see(issue))
                seen.push_back(*std::move(one));
        return seen;
    }

  private:
    [[nodiscard]] std::vector<ShownName> names_of(std::vector<ServiceId> const& services) const
    {
        std::vector<ShownName> names;
        for (auto const& [id, name] : names_)
            if (std::ranges::find(services, id) != services.end())
                names.push_back({.service = id, .name = name});
        return names;
    }

    [[nodiscard]] std::optional<ShownIncident> see(status::Incident const& incident) const
    {
        if (incident.state == status::IncidentState::suspected)
            return std::nullopt;
        if (incident.account && incident.account != reader_.account)
            return std::nullopt;
        ShownIncident seen{
            .id = incident.id,
            .title = incident.title,
            .state = incident.state,
            .services = touches_of(incident),
            .worst = worst_seen_of(incident),
            .when = incident.when,
            .eta_history = incident.eta_history,
            .overdue = incident.overdue,
            .overdue_since = incident.overdue_since,
            .data_safety = incident.data_safety,
            .workaround = incident.workaround,
            .voices = incident.voices,
            .repeats = repeats_of(incident),
            .is_yours_only = incident.account.has_value(),
            .started_at = incident.started_at,
            .monitoring_at = incident.monitoring_at,
            .resolved_at = incident.resolved_at,
            .reviewed_at = incident.reviewed_at,
            .created_at = incident.created_at,
            .changed_at = incident.changed_at,
            .updates = incident.updates};
        for (auto& update : seen.updates)
            std::erase_if(update.changes, [&](status::StateChange const& change) {
                return names_of({change.service}).empty();
            });
        if (seen.services.empty() && !incident.account)
            return std::nullopt;
        if (auto const when = found_.corrected.find(incident.id); when != found_.corrected.end())
            seen.corrected_at = when->second;
        return seen;
    }

    // Of what happened on services that he may not see the reader does not even hear a number.
    [[nodiscard]] std::int64_t repeats_of(status::Incident const& incident) const
    {
        return std::ranges::count_if(incident.repeated, [&](status::Repeat const& repeat) {
            return !names_of(repeat.services).empty();
        });
    }

    // How bad it was for others is not his to know.
    [[nodiscard]] status::ServiceState worst_seen_of(status::Incident const& incident) const
    {
        if (incident.account)
            return incident.worst;
        auto worst = status::ServiceState::operational;
        for (auto const& [service, held] : incident.worsts)
            if (!names_of({service}).empty())
                worst = status::worst(worst, held.touched.state);
        return worst;
    }

    [[nodiscard]] std::vector<ShownTouch> touches_of(status::Incident const& incident) const
    {
        std::vector<ShownTouch> touches;
        for (auto const& [id, name] : names_)
            for (auto const& touched : incident.services)
                if (touched.service == id)
                    touches.push_back(touch_of(incident, touched, name));
        return touches;
    }

    // What is over is told by its worst: an outage that ended slowly was one.
    [[nodiscard]] static ShownTouch
    touch_of(status::Incident const& incident, status::Touched const& last, std::string const& name)
    {
        auto const worst = incident.worsts.find(last.service);
        bool const is_over = incident.resolved_at && worst != incident.worsts.end();
        auto const& told = is_over ? worst->second.touched : last;
        ShownTouch touch{
            .service = last.service,
            .name = name,
            .state = told.state,
            .failing_percent = told.failing_percent,
            .symptom = told.symptom};
        if (is_over)
            touch.held_s = worst->second.lasted / std::chrono::seconds{1};
        return touch;
    }

    [[nodiscard]] std::optional<ShownWindow> see(status::Window const& window) const
    {
        ShownWindow seen{
            .id = window.id,
            .title = window.title,
            .state = window.state,
            .services = names_of(window.services),
            .starts_at = window.starts_at,
            .ends_at = window.ends_at,
            .announced_end = window.announced_end,
            .was = window.was,
            .text = window.text,
            .words = window.words,
            .series = window.series,
            .occurrence = window.occurrence,
            .sequence = window.sequence,
            .created_at = window.created_at,
            .changed_at = window.changed_at,
            .closed_at = window.closed_at};
        if (seen.services.empty())
            return std::nullopt;
        return seen;
    }

    [[nodiscard]] std::optional<ShownSeries> see(status::Series const& series) const
    {
        ShownSeries seen{
            .id = series.id,
            .title = series.title,
            .services = names_of(series.services),
            .text = series.text,
            .zone = series.zone,
            .first = series.first,
            .minutes = series.minutes,
            .rule = series.rule,
            .first_at = series.first_at,
            .occurrences = series.occurrences,
            .past = series.past,
            .used = series.used,
            .left_out = series.left_out,
            .sequence = series.sequence,
            .created_at = series.created_at,
            .changed_at = series.changed_at,
            .ended_at = series.ended_at};
        if (seen.services.empty())
            return std::nullopt;
        return seen;
    }

    [[nodiscard]] std::optional<ShownIssue> see(status::Issue const& issue) const
    {
        ShownIssue seen{
            .id = issue.id,
            .title = issue.title,
            .services = names_of(issue.services),
            .text = issue.text,
            .workaround = issue.workaround,
            .fix = issue.fix,
            .fix_history = issue.fix_history,
            .affected = issue.affected,
            .helped = issue.helped,
            .created_at = issue.created_at,
            .changed_at = issue.changed_at,
            .closed_at = issue.closed_at,
            .closing_text = issue.closing_text};
        bool const is_hidden = !issue.is_public && !reader_.services && !reader_.account;
        if (seen.services.empty() || is_hidden)
            return std::nullopt;
        return seen;
    }

    Found const& found_;
    Reader const& reader_;
    std::vector<ShownService> const retired_;
    std::vector<std::pair<ServiceId, std::string>> names_;
};

std::vector<ShownIncident> past_of(std::vector<ShownIncident> const& latest, Instant now)
{
    std::vector<ShownIncident> past;
    for (auto const& incident : latest)
        if (incident.resolved_at && *incident.resolved_at + past_shown >= now)
            past.push_back(incident);
    std::ranges::sort(past, std::greater{}, [](auto const& incident) {
        return std::pair{incident.resolved_at, incident.id};
    });
    keep_newest(past, most_past);
    return past;
}

// Who planned around a window that was cancelled looks for it until it would have been over.
bool is_shown(ShownWindow const& window, Instant now)
{
    return !window.closed_at ||
           (window.state == status::WindowState::cancelled && window.ends_at > now);
}

std::vector<ShownWindow> coming_of(std::vector<ShownWindow> windows, Instant now)
{
    std::erase_if(windows, [now](auto const& window) { return !is_shown(window, now); });
    std::ranges::sort(windows, {}, [](ShownWindow const& window) {
        return std::pair{window.starts_at, window.id};
    });
    return windows;
}

std::vector<ShownWindow> past_of(std::vector<ShownWindow> windows, Instant now)
{
    std::erase_if(windows, [now](auto const& window) {
        return is_shown(window, now) || end_of(window) + past_shown < now;
    });
    std::ranges::sort(windows, std::greater{}, [](auto const& window) {
        return std::pair{end_of(window), window.id};
    });
    keep_newest(windows, most_past);
    return windows;
}

bool is_shown(ShownIssue const& issue, Instant now)
{
    return !issue.closed_at || *issue.closed_at + closed_issue_shown >= now;
}

void take_earlier(std::optional<Instant>& next, std::optional<Instant> at, Instant now)
{
    if (at && *at > now)
        next = std::min(next.value_or(*at), *at);
}

}  // namespace

StatusPage status_page_of(Found const& found, std::string const& brand, Reader const& reader)
{
    StatusPage page{
        .brand = brand, .as_of = found.now, .services = visible_services(found, reader)};
    Eyes const eyes{found, reader, page.services};
    page.retired = eyes.retired();
    page.incidents = eyes.incidents(found.open);
    page.issues = eyes.issues();
    std::erase_if(page.issues, [&](auto const& issue) { return !is_shown(issue, found.now); });
    for (auto& series : eyes.series())
        (series.ended_at ? page.ended_series : page.series).push_back(std::move(series));
    page.latest = eyes.incidents(found.latest);
    page.past = past_of(page.latest, found.now);
    auto others = page.latest;
    others.insert(others.end(), page.incidents.begin(), page.incidents.end());
    page.merged = eyes.merged(found.latest, others);
    keep_newest(page.merged, most_latest);
    keep_newest(page.latest, most_latest);
    page.latest_windows = eyes.windows();
    page.windows = coming_of(page.latest_windows, found.now);
    page.past_windows = past_of(page.latest_windows, found.now);
    std::ranges::sort(page.latest_windows, std::greater{}, &ShownWindow::id);
    keep_newest(page.latest_windows, most_latest);
    return page;
}

Seen all_seen(Found const& found, Reader const& reader)
{
    Seen seen{.services = visible_services(found, reader)};
    Eyes const eyes{found, reader, seen.services};
    for (auto const* list : {&found.open, &found.latest})
        std::ranges::move(eyes.incidents(*list), std::back_inserter(seen.incidents));
    for (auto const* list : {&found.open, &found.latest})
        std::ranges::move(eyes.merged(*list, seen.incidents), std::back_inserter(seen.incidents));
    seen.windows = eyes.windows();
    seen.issues = eyes.issues();
    return seen;
}

status::ServiceState worst_of(ShownIncident const& incident)
{
    auto worst = status::ServiceState::operational;
    for (auto const& touched : incident.services)
        worst = status::worst(worst, touched.state);
    return worst;
}

Instant end_of(ShownWindow const& window)
{
    bool const is_finished = window.state == status::WindowState::finished;
    return is_finished ? window.closed_at.value_or(window.ends_at) : window.ends_at;
}

status::ServiceState worst_shown(status::ServiceState a, status::ServiceState b)
{
    using enum status::ServiceState;
    bool const hides = (a == maintenance && b == unknown) || (a == unknown && b == maintenance);
    return hides ? unknown : status::worst(a, b);
}

std::optional<Instant> next_change(StatusPage const& page)
{
    std::optional<Instant> next;
    for (auto const& incident : page.incidents)
        take_earlier(next, status::next_due(incident.when, page.as_of), page.as_of);
    for (auto const& window : page.windows) {
        take_earlier(next, window.starts_at, page.as_of);
        take_earlier(next, window.ends_at, page.as_of);
    }
    for (auto const& series : page.series)
        for (auto const& occurrence : series.occurrences) {
            take_earlier(next, occurrence.declare_by, page.as_of);
            take_earlier(next, occurrence.ends_at, page.as_of);
        }
    for (auto const& issue : page.issues)
        take_earlier(next, issue.fix.eta_at, page.as_of);
    for (auto const& service : page.services)
        take_earlier(next, service.silent_at, page.as_of);
    return next;
}

}  // namespace tellfirst::pages
