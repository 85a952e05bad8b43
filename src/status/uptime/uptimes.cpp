#include "status/status.hpp"
#include "status/uptime/group_lines.hpp"
#include "status/uptime/past_store.hpp"
#include "status/uptime/tally.hpp"

namespace tellfirst::status {
namespace {

// Nobody's contract is older, and every stretch of it is listed.
constexpr std::chrono::days longest_period{3660};
constexpr std::chrono::days usual_period{30};
constexpr int decimals = 2;

Result<Period> period_of(UptimeWish const& wish, Instant now)
{
    auto const to = std::min(wish.to.value_or(now), now);
    auto const from = wish.from.value_or(to - usual_period);
    if (from >= to)
        return invalid(
            "period.ends_before_start", "from",
            "The period must begin before it ends, and before now.");
    if (to - from > longest_period)
        return invalid("period.too_long", "from", "At most ten years can be looked at.");
    return Period{from, to};
}

// The asked one, with its members where it is a group. Those that were retired before the period
// only where they are named.
Result<std::vector<Service>> chosen(db::Tx& tx, std::optional<ServiceId> id, Period const& period)
{
    auto all = services_since(tx, period.from);
    if (!id || std::ranges::find(all, *id, &Service::id) != all.end())
        return all;
    auto retired = find_service(tx, *id);
    if (!retired)
        return not_found("service");
    return std::vector{*std::move(retired)};
}

Uptime uptime_of(Service const& service, std::span<Stretch const> line, Period const& period)
{
    auto const tally = tally_of(line);
    auto const share = availability(tally);
    auto const whole = [](Duration length) { return length / std::chrono::seconds{1}; };
    Uptime uptime{
        .service = service.id,
        .name = service.name,
        .from = period.from,
        .to = period.to,
        .exact = {},
        .shown = shown_percent(tally, decimals).value_or(""),
        .counted_s = whole(tally.total()),
        .down_s = whole(tally.total() - tally.up),
        .excused_s = whole(tally.excused),
        .unknown_s = whole(tally.unknown),
        .absent_s = whole(tally.absent),
        .stretches = {}};
    if (share)
        uptime.exact = fraction(*share);
    for (auto const& stretch : line)
        if (stretch.counts != Counts::up)
            uptime.stretches.push_back(
                {.from = stretch.from,
                 .to = stretch.to,
                 .state = stretch.state,
                 .counts = std::string{name_of(stretch.counts)},
                 .weight = digits(exact(stretch.weight))});
    return uptime;
}

}  // namespace

Result<std::vector<Uptime>> uptimes(db::Tx& tx, UptimeWish const& wish, Instant now)
{
    auto const period = period_of(wish, now);
    if (!period)
        return period.error();
    auto const services = chosen(tx, wish.service, *period);
    if (!services)
        return services.error();
    Lines lines;
    for (auto const& [id, life] : store::lives(tx, *services, *period, std::nullopt))
        lines.emplace(id, timeline({}, life, *period));
    add_groups(lines, *services, *period);
    std::vector<Uptime> all;
    for (auto const& service : *services)
        if (!wish.service || service.id == *wish.service)
            all.push_back(uptime_of(service, lines.at(service.id), *period));
    return all;
}

}  // namespace tellfirst::status
