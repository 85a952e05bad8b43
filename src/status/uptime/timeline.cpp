#include "status/uptime/timeline.hpp"

// One sweep over all beginnings and ends. Whatever is said of a moment is a claim; claims have an
// order, and the greatest one that is open decides how the moment counts. So nothing is ever
// counted twice, however much overlaps, and the order in which things were said cannot matter.

#include "status/services/severity.hpp"

namespace tellfirst::status {
namespace {

struct Claim {
    int rank = 0;
    Counts counts = Counts::up;
    ServiceState state = ServiceState::operational;
    Share weight = nothing_lost;
};

// Of two that count the same the one by which more is lost; the state only gives it its name.
struct Weightier {
    bool operator()(Claim const& a, Claim const& b) const
    {
        return std::tuple{a.rank, a.weight, severity(a.state)} <
               std::tuple{b.rank, b.weight, severity(b.state)};
    }
};

// Of one service: what excuses it goes before what was seen of it.
int rank_in_service(Counts counts)
{
    switch (counts) {
    case Counts::up: return 0;
    case Counts::unknown: return 1;
    case Counts::down: return 2;
    case Counts::excused: return 3;
    case Counts::free: return 4;
    case Counts::absent: return 5;
    }
    return 0;
}

// Of a group: what excuses one part does not excuse the others.
int rank_in_group(Counts counts)
{
    switch (counts) {
    case Counts::absent: return 0;
    case Counts::free: return 1;
    case Counts::up: return 2;
    case Counts::excused: return 3;
    case Counts::unknown: return 4;
    case Counts::down: return 5;
    }
    return 0;
}

class Sweep {
  public:
    Sweep(Period const& period, Claim const& base) : period_{period} { open_.emplace(base, 1); }

    void add(Claim const& claim, Instant from, Instant to)
    {
        from = std::max(from, period_.from);
        to = std::min(to, period_.to);
        if (from >= to)
            return;
        edges_.push_back({from, claim, 1});
        edges_.push_back({to, claim, -1});
    }

    [[nodiscard]] std::vector<Stretch> run()
    {
        std::ranges::sort(edges_, {}, &Edge::at);
        for (auto const& edge : edges_) {
            reach(edge.at);
            auto const open = open_.try_emplace(edge.claim, 0).first;
            if ((open->second += edge.step) == 0)
                open_.erase(open);
        }
        reach(period_.to);
        return std::move(stretches_);
    }

  private:
    struct Edge {
        Instant at;
        Claim claim;
        int step = 0;
    };

    void reach(Instant at)
    {
        auto const from = stretches_.empty() ? period_.from : stretches_.back().to;
        if (from >= at)
            return;
        auto const& claim = open_.rbegin()->first;
        Stretch const next{from, at, claim.counts, claim.state, claim.weight};
        if (!stretches_.empty() && continues(stretches_.back(), next))
            stretches_.back().to = at;
        else
            stretches_.push_back(next);
    }

    static bool continues(Stretch const& last, Stretch const& next)
    {
        return last.counts == next.counts && last.state == next.state && last.weight == next.weight;
    }

    Period period_;
    std::vector<Edge> edges_;
    std::map<Claim, int, Weightier> open_;  // how many say so now
    std::vector<Stretch> stretches_;
};

Claim in_service(Counts counts, ServiceState state, Share weight = nothing_lost)
{
    return {rank_in_service(counts), counts, state, weight};
}

Claim claim_of(UptimeRule const& rule, ServiceState state, std::optional<Share> failing)
{
    switch (state) {
    case ServiceState::operational: return in_service(Counts::up, state);
    case ServiceState::unknown: return in_service(Counts::unknown, state);
    case ServiceState::degraded:
        return in_service(Counts::down, state, failing.value_or(rule.degraded));
    case ServiceState::partial:
        return in_service(Counts::down, state, failing.value_or(rule.partial));
    case ServiceState::maintenance:
    case ServiceState::major: return in_service(Counts::down, state, all_lost);
    }
    return {};
}

bool is_excused(UptimeRule const& rule, Planned const& planned)
{
    return rule.exclude_announced && planned.announced &&
           *planned.announced + rule.notice <= planned.from;
}

void add_free_time(Sweep& sweep, std::vector<Period> const& covered, Period const& period)
{
    auto const claim = in_service(Counts::free, ServiceState::operational);
    auto from = period.from;
    for (auto const& hours : covered) {
        sweep.add(claim, from, hours.from);
        from = std::max(from, hours.to);
    }
    sweep.add(claim, from, period.to);
}

// It keeps its name.
void forgive_short(std::vector<Stretch>& line, Duration minimum)
{
    auto const is_lost = [](Stretch const& stretch) { return stretch.counts == Counts::down; };
    for (auto at = line.begin(); at != line.end();) {
        auto const begin = std::find_if(at, line.end(), is_lost);
        at = std::find_if_not(begin, line.end(), is_lost);
        if (begin == at || std::prev(at)->to - begin->from >= minimum)
            continue;
        for (auto& stretch : std::span{begin, at}) {
            stretch.counts = Counts::up;
            stretch.weight = nothing_lost;
        }
    }
}

void cut(std::vector<Stretch>& line, Period const& period)
{
    for (auto& stretch : line) {
        stretch.from = std::max(stretch.from, period.from);
        stretch.to = std::min(stretch.to, period.to);
    }
    std::erase_if(line, [](Stretch const& stretch) { return stretch.from >= stretch.to; });
}

}  // namespace

std::vector<Stretch> timeline(UptimeRule const& rule, Life const& life, Period const& period)
{
    // How long trouble lasted cannot be seen at the edge of a period.
    Period const seen{period.from - rule.minimum, period.to + rule.minimum};
    auto const goes_on_until = life.now.value_or(period.to);
    Sweep sweep{seen, in_service(Counts::up, ServiceState::operational)};
    auto const absent = in_service(Counts::absent, ServiceState::unknown);
    sweep.add(absent, seen.from, life.created);
    if (life.retired)
        sweep.add(absent, *life.retired, seen.to);
    for (auto const& spell : life.spells)
        sweep.add(
            claim_of(rule, spell.state, spell.failing), spell.from,
            spell.to.value_or(goes_on_until));
    for (auto const& planned : life.planned)
        sweep.add(
            is_excused(rule, planned) ? in_service(Counts::excused, ServiceState::maintenance)
                                      : claim_of(rule, ServiceState::maintenance, {}),
            planned.from, planned.to);
    if (life.covered)
        add_free_time(sweep, *life.covered, seen);
    auto line = sweep.run();
    if (seen != period) {
        forgive_short(line, rule.minimum);
        cut(line, period);
    }
    return line;
}

std::vector<Stretch> worst_of(std::span<std::vector<Stretch> const> parts, Period const& period)
{
    Claim const nobody{
        rank_in_group(Counts::absent), Counts::absent, ServiceState::unknown, nothing_lost};
    Sweep sweep{period, nobody};
    for (auto const& part : parts)
        for (auto const& stretch : part)
            sweep.add(
                {rank_in_group(stretch.counts), stretch.counts, stretch.state, stretch.weight},
                stretch.from, stretch.to);
    return sweep.run();
}

}  // namespace tellfirst::status
