#include "pages/view/service_rows.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

// The picture's own units: a day is so wide, with a gap behind its bar (the dashes in page.css).
constexpr std::size_t day_width = 4;
constexpr std::size_t gap = 1;
constexpr int full_height = 34;

int height_of(ServiceState state)
{
    switch (state) {
    case ServiceState::operational: return 22;
    case ServiceState::degraded: return 26;
    case ServiceState::partial: return 30;
    case ServiceState::major: return full_height;
    case ServiceState::maintenance: return 22;
    case ServiceState::unknown: return 8;
    }
    return 8;
}

std::string date_of(Instant at)
{
    return to_rfc3339(at).substr(0, std::string_view{"2026-11-22"}.size());
}

bool is_trouble(status::Day const& day)
{
    return day.worst != ServiceState::operational && day.worst != ServiceState::maintenance;
}

// "2026-11-21: Down, 98.61 %"
std::string title_of(status::Day const& day, Texts const& texts)
{
    auto title = fmt::format("{}: {}", day.date, words_of(day.worst, texts));
    if (!day.shown.empty())
        title += fmt::format(", {} %", day.shown);
    return title;
}

// Days in a row that look the same are one line, which the dashes cut into days.
void put_line(
    std::string& markup, std::span<status::Day const> run, std::size_t first, Texts const& texts)
{
    auto const state = run.front().worst;
    auto const height = height_of(state);
    fmt::format_to(
        std::back_inserter(markup), R"(<path class="{}" d="M{} {}h{}")", name_of(state),
        first * day_width, full_height - height / 2, run.size() * day_width - gap);
    if (is_trouble(run.front()))
        fmt::format_to(
            std::back_inserter(markup), "><title>{}</title></path>", title_of(run.front(), texts));
    else
        markup += "/>";
}

void put_row(std::string& markup, ShownService const& service, View const& view)
{
    auto const& texts = view.texts();
    auto const out = std::back_inserter(markup);
    fmt::format_to(out, R"(<li class="{}")", tone_of(service.state));
    if (service.silent_at)
        fmt::format_to(out, R"( data-silent="{}")", to_rfc3339(*service.silent_at));
    fmt::format_to(
        out,
        R"(><div class="line"><b dir="auto">{}</b><span class="state"><svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg><span>{}</span></span></div>)",
        escape_html(service.name), name_of(service.state), words_of(service.state, texts));
    if (!service.description.empty())
        fmt::format_to(out, R"(<small dir="auto">{}</small>)", escape_html(service.description));
    markup += day_bars(service, texts);
}

void put_freshness(std::string& markup, ShownService const& service, View const& view)
{
    auto const& texts = view.texts();
    std::string said;
    if (!service.days.empty()) {
        auto const uptime =
            say(texts.uptime, fmt::arg("percent", service.uptime),
                fmt::arg("days", service.days.size()));
        said = fmt::format(
            "<span>{}</span>", service.uptime.empty() ? texts.no_uptime : std::string_view{uptime});
    }
    if (service.checked) {
        auto const time = time_markup(service.checked->at, view);
        auto const& place = service.checked->seen_from;
        said += "<span>";
        said += service.checked->by_person ? say(texts.confirmed, fmt::arg("time", time))
                                           : say(texts.checked, fmt::arg("time", time),
                                                 fmt::arg("place", escape_html(place)));
        said += "</span>";
    }
    if (!said.empty())
        markup += R"(<p class="fresh">)" + said + "</p>";
}

}  // namespace

std::string day_bars(ShownService const& service, Texts const& texts)
{
    auto const& days = service.days;
    if (days.empty())
        return {};
    auto const born = date_of(service.created_at);
    auto const trouble = std::ranges::count_if(
        days, [&](auto const& day) { return day.date >= born && is_trouble(day); });
    auto const words = trouble == 0 ? std::string{texts.no_trouble}
                                    : say(texts.trouble_days, fmt::arg("count", trouble));
    auto markup = fmt::format(
        R"(<svg class="bars" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">)",
        days.size() * day_width - gap, full_height, words);
    for (std::size_t i = 0; i < days.size();) {
        auto end = i + 1;
        while (end < days.size() && days[end].worst == days[i].worst && !is_trouble(days[i]) &&
               (days[end].date < born) == (days[i].date < born))
            ++end;
        if (days[i].date >= born)
            put_line(markup, std::span{days}.subspan(i, end - i), i, texts);
        i = end;
    }
    return markup + "</svg>";
}

std::string service_rows(std::vector<ShownService> const& services, View const& view)
{
    std::string markup;
    std::int64_t depth = -1;
    for (auto const& service : services) {
        for (; depth > service.depth; --depth)
            markup += "</li></ul>";
        markup += depth == service.depth ? "</li>" : R"(<ul class="services">)";
        depth = service.depth;
        put_row(markup, service, view);
        put_freshness(markup, service, view);
    }
    for (; depth >= 0; --depth)
        markup += "</li></ul>";
    return markup;
}

}  // namespace tellfirst::pages
