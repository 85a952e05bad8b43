#include "status/history/times.hpp"

#include "status/limits.hpp"

#include <tuple>

namespace tellfirst::status {
namespace {

Problem in_the_future(std::string field)
{
    return invalid(
        "correction.in_the_future", std::move(field), "History has happened: this has not.");
}

Problem ends_before_start(std::string field)
{
    return invalid("correction.ends_before_start", std::move(field), "An end is after its start.");
}

Result<void> check_whole(Times const& before, Times const& after, Instant now)
{
    if (!before.ended_at && after.ended_at)
        return invalid(
            "correction.still_open", "ended_at",
            "This incident is open: resolving it says when it ended.");
    if (after.started_at > now)
        return in_the_future("started_at");
    if (after.ended_at && *after.ended_at > now)
        return in_the_future("ended_at");
    if (after.started_at < before.started_at - farthest_back)
        return invalid(
            "correction.too_long_ago", "started_at",
            "This is more than a year before what was said: publish another incident.");
    if (after.ended_at && *after.ended_at <= after.started_at)
        return ends_before_start("ended_at");
    return {};
}

Result<void> check_stretch(Times const& whole, Held const& held, std::string const& path)
{
    if (held.from < whole.started_at || (whole.ended_at && held.from >= *whole.ended_at))
        return invalid("correction.outside", path + "from", "The incident was not then.");
    if (!held.to && whole.ended_at)
        return invalid(
            "correction.needs_end", path + "to", "The incident is over, and so is this.");
    if (held.to && *held.to <= held.from)
        return ends_before_start(path + "to");
    if (held.to && whole.ended_at && *held.to > *whole.ended_at)
        return invalid("correction.outside", path + "to", "The incident was not then.");
    return {};
}

Result<void> check_stretches(Times const& whole, Instant now)
{
    auto const& all = whole.services;
    if (all.empty() || all.size() > most_stretches)
        return invalid("correction.needs_services", "services", "Name 1 to 1,000 stretches.");
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const path = fmt::format("services[{}].", i);
        if (all[i].from > now)
            return in_the_future(path + "from");
        if (all[i].to && *all[i].to > now)
            return in_the_future(path + "to");
        if (auto const good = check_stretch(whole, all[i], path); !good)
            return good;
        order.push_back(i);
    }
    std::ranges::sort(
        order, {}, [&](std::size_t i) { return std::tie(all[i].service, all[i].from); });
    for (std::size_t i = 1; i < order.size(); ++i) {
        auto const& one = all[order[i - 1]];
        auto const& next = all[order[i]];
        if (one.service == next.service && (!one.to || *one.to > next.from))
            return invalid(
                "correction.overlaps", fmt::format("services[{}].from", order[i]),
                "Two stretches of one service overlap.");
    }
    return {};
}

// What began or ended with the incident still does; what lies outside of it now is cut away.
std::vector<Held> moved(Times const& before, Times const& after)
{
    std::vector<Held> all;
    for (auto held : before.services) {
        if (held.from == before.started_at || held.from < after.started_at)
            held.from = after.started_at;
        if (held.to && after.ended_at && (held.to == before.ended_at || *held.to > *after.ended_at))
            held.to = after.ended_at;
        if (!held.to || *held.to > held.from)
            all.push_back(held);
    }
    return all;
}

}  // namespace

Result<Times> corrected(Times const& before, CorrectTimes const& wish, Instant now)
{
    Times after{
        .started_at = wish.started_at.value_or(before.started_at),
        .ended_at = wish.ended_at ? wish.ended_at : before.ended_at,
        .services = {}};
    if (auto const good = check_whole(before, after, now); !good)
        return good.error();
    if (!wish.services) {
        after.services = moved(before, after);
        return after;
    }
    after.services = *wish.services;
    if (auto const good = check_stretches(after, now); !good)
        return good.error();
    std::ranges::sort(
        after.services, {}, [](Held const& held) { return std::tie(held.service, held.from); });
    return after;
}

}  // namespace tellfirst::status
