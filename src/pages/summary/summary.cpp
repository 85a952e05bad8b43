#include "pages/summary/summary.hpp"

#include <charconv>
#include <set>

namespace tellfirst::pages {
namespace {

using namespace std::chrono_literals;

std::optional<int> number(std::string_view text)
{
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

std::optional<std::chrono::year_month> parse_month(std::string_view text)
{
    if (text.size() != 7 || text[4] != '-')
        return std::nullopt;
    auto const year = number(text.substr(0, 4));
    auto const month = number(text.substr(5));
    if (!year || !month || *year < 2000 || *month < 1 || *month > 12)
        return std::nullopt;
    return std::chrono::year{*year} / *month;
}

struct Stretch {
    Instant from;
    Instant to;
};

Stretch within(status::IncidentSpan const& incident, SummaryFound const& found)
{
    auto const end = std::min(found.month.to, found.now);
    return {
        std::max(incident.started_at, found.month.from),
        std::min(incident.resolved_at.value_or(end), end)};
}

// Trouble of two kinds at once is one time.
std::int64_t minutes_together(std::vector<Stretch> stretches)
{
    std::ranges::sort(stretches, {}, &Stretch::from);
    Duration sum{0};
    Instant covered = Instant::min();
    for (auto const& stretch : stretches) {
        auto const from = std::max(stretch.from, covered);
        if (stretch.to > from)
            sum += stretch.to - from;
        covered = std::max(covered, stretch.to);
    }
    return std::chrono::floor<std::chrono::minutes>(sum).count();
}

Kept kept_in(promises::Record const& record)
{
    return kept_of(record.kept, record.kept + record.missed);
}

double share(status::Uptime const& uptime)
{
    return uptime.counted_s == 0
               ? 1.0
               : 1.0 - static_cast<double>(uptime.down_s) / static_cast<double>(uptime.counted_s);
}

void add_services(Summary& summary, std::vector<status::Uptime> uptimes)
{
    std::erase_if(uptimes, [](auto const& uptime) { return !uptime.exact; });
    std::ranges::sort(uptimes, {}, [](auto const& uptime) {
        return std::pair{share(uptime), std::string_view{uptime.name}};
    });
    if (!uptimes.empty())
        summary.lowest = uptimes.front().shown;
    for (auto const& uptime : uptimes)
        if (uptime.down_s > 0 && summary.services.size() < most_summary_services)
            summary.services.push_back(
                {.name = uptime.name, .shown = uptime.shown, .down_s = uptime.down_s});
    summary.other_services = std::ssize(uptimes) - std::ssize(summary.services);
}

}  // namespace

std::optional<Month> month_named(std::optional<std::string> const& name, Instant now)
{
    std::chrono::year_month_day const today{std::chrono::floor<std::chrono::days>(now)};
    auto const this_month = today.year() / today.month();
    auto const month =
        name ? parse_month(*name) : std::optional{this_month - std::chrono::months{1}};
    if (!month || *month > this_month)
        return std::nullopt;
    auto const begin = [](std::chrono::year_month which) {
        return Instant{std::chrono::sys_days{which / 1}};
    };
    return Month{
        .name = fmt::format(
            "{:04}-{:02}", static_cast<int>(month->year()), static_cast<unsigned>(month->month())),
        .from = begin(*month),
        .to = begin(*month + std::chrono::months{1})};
}

Summary summary_of(SummaryFound const& found)
{
    Summary summary{
        .month = found.month.name,
        .from = found.month.from,
        .to = std::min(found.month.to, found.now),
        .incidents = std::ssize(found.incidents),
        .next_words = kept_in(found.next_words),
        .times = kept_in(found.times)};
    std::vector<Stretch> stretches;
    for (auto const& incident : found.incidents) {
        auto const stretch = within(incident, found);
        stretches.push_back(stretch);
        summary.longest.push_back(
            {.title = incident.title,
             .started_at = incident.started_at,
             .minutes = minutes_together({stretch}),
             .is_open = incident.resolved_at.value_or(Instant::max()) > summary.to});
    }
    summary.minutes = minutes_together(std::move(stretches));
    std::ranges::sort(summary.longest, {}, [](auto const& incident) {
        return std::pair{-incident.minutes, incident.started_at};
    });
    summary.longest.resize(std::min(summary.longest.size(), most_summary_incidents));
    summary.other_incidents = summary.incidents - std::ssize(summary.longest);
    add_services(summary, found.uptimes);
    return summary;
}

Summary look_at_month(Call& call, Month const& month)
{
    std::set<ServiceId> shown;
    for (auto const& service : status::services_since(call.tx, month.from))
        if (service.is_public && !service.is_group)
            shown.insert(service.id);
    auto uptimes = status::uptimes(call.tx, {.from = month.from, .to = month.to}, call.now);
    SummaryFound found{
        .month = month,
        .uptimes = uptimes ? *std::move(uptimes) : std::vector<status::Uptime>{},
        .incidents = status::public_incidents(call.tx, month.from, month.to),
        .next_words =
            promises::public_record(call.tx, promises::Source::next_word, month.from, month.to),
        .times = promises::public_record(call.tx, promises::Source::eta, month.from, month.to),
        .now = call.now};
    std::erase_if(
        found.uptimes, [&](auto const& uptime) { return !shown.contains(uptime.service); });
    return summary_of(found);
}

}  // namespace tellfirst::pages
