#include "status/uptime/announced.hpp"

#include <ranges>
#include <set>

namespace tellfirst::status {
namespace {

bool holds(Period const& period, Instant at)
{
    return period.from <= at && at < period.to;
}

std::optional<Instant> announced_at(Instant at, std::span<SaidTime const> said)
{
    std::optional<Instant> since;
    std::optional<Instant> later_start;
    for (auto const& one : std::views::reverse(said)) {
        bool const was_moved_earlier = later_start && *later_start < one.period.from;
        if (!holds(one.period, at) || was_moved_earlier)
            break;
        if (one.is_told)
            since = one.said_at;
        later_start = one.period.from;
    }
    return since;
}

}  // namespace

std::vector<Planned> announced(Period const& maintenance, std::span<SaidTime const> said)
{
    std::set<Instant> cuts{maintenance.from, maintenance.to};
    for (auto const& one : said)
        for (auto const at : {one.period.from, one.period.to})
            if (holds(maintenance, at))
                cuts.insert(at);
    std::vector<Planned> pieces;
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
        auto const since = announced_at(*cut, said);
        if (!pieces.empty() && pieces.back().announced == since)
            pieces.back().to = *std::next(cut);  // a time that was said once and no more holds
        else
            pieces.push_back({.from = *cut, .to = *std::next(cut), .announced = since});
    }
    return pieces;
}

}  // namespace tellfirst::status
