#include "accounts/accounts.hpp"
#include "status/status.hpp"
#include "status/uptime/group_lines.hpp"
#include "status/uptime/month.hpp"
#include "status/uptime/past_store.hpp"
#include "status/uptime/rule.hpp"
#include "status/uptime/tally.hpp"

namespace tellfirst::status {
namespace {

constexpr int decimals = 2;

std::int64_t whole_seconds(Duration length)
{
    return length / std::chrono::seconds{1};
}

std::string shown(Tally const& tally)
{
    // Nearly every day of nearly every service: no fraction is made for it.
    if (tally.down.empty() && tally.up > Duration{0})
        return "100.00";
    return shown_percent(tally, decimals).value_or("");
}

Day day_of(Tally const& tally, ServiceState worst_state)
{
    return {
        .date = {},
        .worst = tally.total() == Duration{0} ? ServiceState::unknown : worst_state,
        .down_s = whole_seconds(tally.total() - tally.up),
        .unknown_s = whole_seconds(tally.unknown),
        .shown = shown(tally)};
}

// The line runs in order, and so do the days: one walk over both.
Bars bars_of(std::span<Stretch const> line, std::vector<Instant> const& starts)
{
    Bars bars;
    bars.days.reserve(starts.size() - 1);
    Tally whole;
    std::size_t at = 0;
    for (std::size_t day = 0; day + 1 < starts.size(); ++day) {
        Tally tally;
        auto worst_state = ServiceState::operational;
        for (; at < line.size() && line[at].from < starts[day + 1]; ++at) {
            auto part = line[at];
            part.from = std::max(part.from, starts[day]);
            part.to = std::min(part.to, starts[day + 1]);
            add(tally, part);
            if (part.counts != Counts::absent)
                worst_state = worst(worst_state, part.state);
            if (line[at].to > starts[day + 1])
                break;  // it goes on tomorrow
        }
        whole += tally;
        bars.days.push_back(day_of(tally, worst_state));
    }
    bars.shown = shown(whole);
    return bars;
}

UptimeRule rule_for(db::Tx& tx, std::optional<AccountId> account, Instant now)
{
    auto const terms = account ? accounts::terms_of(tx, *account, now) : std::nullopt;
    return terms ? rule_of(*terms) : UptimeRule{};
}

}  // namespace

std::vector<Bars>
day_bars(db::Tx& tx, std::span<Service const> services, Instant now, BarsWish const& wish)
{
    auto const starts = last_days(now, wish.days, wish.zone);
    auto const dates = last_dates(now, wish.days, wish.zone);
    Period const period{starts.front(), now};
    auto const rule = rule_for(tx, wish.account, now);
    Lines lines;
    for (auto const& [id, life] : store::lives(tx, services, period, wish.account))
        lines.emplace(id, timeline(rule, life, period));
    add_groups(lines, services, period);

    std::vector<Bars> all;
    all.reserve(services.size());
    for (auto const& service : services) {
        if (service.retired_at)
            continue;
        auto bars = bars_of(lines.at(service.id), starts);
        bars.service = service.id;
        for (std::size_t day = 0; day < dates.size(); ++day)
            bars.days[day].date = dates[day];
        all.push_back(std::move(bars));
    }
    return all;
}

}  // namespace tellfirst::status
