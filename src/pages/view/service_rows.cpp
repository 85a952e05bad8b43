#include "pages/view/service_rows.hpp"

#include "wire/words/figures.hpp"

namespace tellfirst::pages {
namespace {

using status::ServiceState;

// The picture's own units: a day is so wide, with a gap behind its bar (the dashes in page.css).
constexpr std::size_t day_width = 4;
constexpr std::size_t gap = 1;
// So many services are more than anybody scrolls through.
constexpr std::size_t folded_from = 40;

constexpr int full_height = 34;
constexpr int ground = 2;  // where there are no days yet

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

// Of the days that are shown, so many had passed before it was there.
std::size_t days_before(ShownService const& service)
{
    auto const born = date_of(service.created_at);
    return static_cast<std::size_t>(
        std::ranges::count_if(service.days, [&](auto const& day) { return day.date < born; }));
}

bool is_trouble(status::Day const& day)
{
    return day.worst != ServiceState::operational && day.worst != ServiceState::maintenance;
}

std::string figure(std::string_view shown, Texts const& texts)
{
    return words::figure(shown, words::language_of(texts.tag));
}

// "2026-11-21: Down, 98.61 %"
std::string title_of(status::Day const& day, Texts const& texts)
{
    auto title = fmt::format("{}: {}", day.date, words_of(day.worst, texts));
    if (!day.shown.empty())
        title += fmt::format(", {} %", figure(day.shown, texts));
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

std::string uptime_words(ShownService const& service, Texts const& texts)
{
    if (service.uptime.empty())
        return std::string{texts.no_uptime};
    auto const days = service.days.size() - days_before(service);
    auto const percent = figure(service.uptime, texts);
    return say(
        days > 1 ? texts.uptime : texts.uptime_today, fmt::arg("percent", percent),
        fmt::arg("days", days));
}

void put_freshness(std::string& markup, ShownService const& service, View const& view)
{
    auto const& texts = view.texts();
    std::string said;
    if (!service.days.empty())
        said = fmt::format("<span>{}</span>", uptime_words(service, texts));
    if (service.checked) {
        auto const time = time_markup(service.checked->at, view);
        auto const& place = service.checked->seen_from;
        said += "<span>";
        said += service.checked->by_person ? say(texts.confirmed, fmt::arg("time", time))
                                           : say(texts.checked, fmt::arg("time", time),
                                                 fmt::arg("place", escape_html(place)));
        said += "</span>";
    } else if (!service.is_group && service.state == ServiceState::operational) {
        // Trouble was said by somebody; that all is well may only have been supposed.
        said += fmt::format("<span>{}</span>", texts.not_confirmed);
    }
    if (!said.empty())
        markup += R"(<p class="fresh">)" + said + "</p>";
}

// Opens what stands in a group, given from the group on; where there is trouble one need not ask.
std::string fold(std::span<ShownService const> from_group, Texts const& texts)
{
    auto const& group = from_group.front();
    std::int64_t count = 0;
    for (auto const& service : from_group.subspan(1)) {
        if (service.depth <= group.depth)
            break;
        count += service.is_group ? 0 : 1;
    }
    bool const is_quiet =
        group.state == ServiceState::operational || group.state == ServiceState::unknown;
    return fmt::format(
        "<details{}><summary>{} ({})</summary>", is_quiet ? "" : " open", texts.services, count);
}

}  // namespace

std::string day_bars(ShownService const& service, Texts const& texts)
{
    auto const& days = service.days;
    if (days.empty())
        return {};
    auto const before = days_before(service);
    auto const lived = std::span{days}.subspan(before);
    auto const trouble = std::ranges::count_if(lived, is_trouble);
    auto const words = trouble == 0 ? std::string{texts.no_trouble}
                                    : say(texts.trouble_days, fmt::arg("count", trouble));
    auto markup = fmt::format(
        R"(<svg class="bars" viewBox="0 0 {} {}" preserveAspectRatio="none" role="img" aria-label="{}">)",
        days.size() * day_width - gap, full_height, words);
    if (before > 0)
        fmt::format_to(
            std::back_inserter(markup), R"(<path class="before" d="M0 {}h{}"/>)",
            full_height - ground / 2, before * day_width - gap);
    for (std::size_t i = 0; i < lived.size();) {
        auto end = i + 1;
        while (end < lived.size() && lived[end].worst == lived[i].worst && !is_trouble(lived[i]))
            ++end;
        put_line(markup, lived.subspan(i, end - i), before + i, texts);
        i = end;
    }
    return markup + "</svg>";
}

std::string service_rows(std::vector<ShownService> const& services, View const& view)
{
    bool const is_folded = services.size() >= folded_from;
    std::string markup;
    std::int64_t depth = -1;
    auto const close_down_to = [&](std::int64_t level) {
        for (; depth > level; --depth)
            markup += is_folded && depth > 0 ? "</li></ul></details>" : "</li></ul>";
    };
    for (std::size_t i = 0; i < services.size(); ++i) {
        auto const& service = services[i];
        close_down_to(service.depth);
        if (depth == service.depth)
            markup += "</li>";
        else if (is_folded && i > 0)
            markup += fold(std::span{services}.subspan(i - 1), view.texts());
        if (depth < service.depth)
            markup += R"(<ul class="services">)";
        depth = service.depth;
        put_row(markup, service, view);
        put_freshness(markup, service, view);
    }
    close_down_to(-1);
    return markup;
}

}  // namespace tellfirst::pages
