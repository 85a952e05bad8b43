#include "accounts/accounts.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "status/uptime/month.hpp"
#include "status/uptime/past_store.hpp"
#include "status/uptime/rule.hpp"
#include "status/uptime/tally.hpp"

#include <set>

namespace tellfirst::status {
namespace {

constexpr int fewest_decimals = 2;

// What was sold and what was used, from one moment to another, and the hours in which it was sold.
struct Sold {
    Period period;
    UptimeRule rule;
    accounts::GroupRule groups = accounts::GroupRule::any;
    std::optional<std::vector<Period>> covered;
    std::optional<std::vector<ServiceId>> used;  // by id; absent: all

    [[nodiscard]] bool uses(ServiceId id) const
    {
        return !used || std::ranges::binary_search(*used, id);
    }
};

accounts::Calendar calendar_of(db::Tx& tx, accounts::PlanTerms const& terms)
{
    auto const own = terms.calendar ? accounts::find_calendar(tx, *terms.calendar) : std::nullopt;
    return own ? *own : accounts::default_calendar(tx);
}

std::optional<std::vector<Period>>
covered(db::Tx& tx, accounts::PlanTerms const& terms, Period const& period)
{
    if (!terms.availability_in_covered_hours)
        return std::nullopt;
    std::vector<Period> hours;
    for (auto const& stretch :
         promises::working_stretches(calendar_of(tx, terms), period.from, period.to))
        hours.push_back({stretch.opens, stretch.closes});
    return hours;
}

template <class Dated>
Dated const& held_at(std::vector<Dated> const& dated, Instant at)
{
    return *std::prev(std::ranges::upper_bound(dated, at, {}, &Dated::since));
}

// What changes in the middle of the month, a plan or what is used, is reckoned by what held when.
std::vector<Sold> sold_in(db::Tx& tx, AccountId account, Period const& month)
{
    auto const terms = accounts::terms_during(tx, account, month.from, month.to);
    auto const uses = accounts::uses_during(tx, account, month.from, month.to);
    std::set<Instant> cuts{month.to};
    for (auto const& each : terms)
        cuts.insert(each.since);
    for (auto const& each : uses)
        cuts.insert(each.since);
    std::vector<Sold> sold;
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
        Period const period{*cut, *std::next(cut)};
        auto const& now = held_at(terms, *cut).terms;
        auto const& services = held_at(uses, *cut).services;
        sold.push_back(
            {.period = period,
             .rule = rule_of(now),
             .groups = now.groups,
             .covered = covered(tx, now, period),
             .used = services ? std::optional{with_members(tx, *services)} : std::nullopt});
    }
    return sold;
}

// How much of the time must be up, if all of it is known.
Duration owed(Sold const& sold, Instant from)
{
    if (!sold.covered)
        return std::max(sold.period.to - std::max(sold.period.from, from), Duration{0});
    Duration sum{};
    for (auto const& hours : *sold.covered)
        sum += std::max(hours.to - std::max(hours.from, from), Duration{0});
    return sum;
}

// Those that were there in this time, be they retired by now.
std::vector<Service> services_of(db::Tx& tx, std::vector<Sold> const& sold)
{
    auto all = services_since(tx, sold.front().period.from);
    std::erase_if(all, [&](Service const& service) {
        return service.is_group || service.created_at >= sold.back().period.to ||
               std::ranges::none_of(sold, [&](Sold const& part) { return part.uses(service.id); });
    });
    return all;
}

// Where an average was sold in the month, each service's time counts, and in other parts of it the
// time of the whole as often as there are services.
struct Shares {
    bool is_average = false;
    std::vector<ServiceId> services = {};

    [[nodiscard]] std::int64_t of(Sold const& part) const
    {
        auto const used =
            std::ranges::count_if(services, [&](ServiceId id) { return part.uses(id); });
        return is_average ? std::max<std::int64_t>(used, 1) : 1;
    }
};

Tally times(Tally tally, std::int64_t shares)
{
    for (auto* const time : {&tally.up, &tally.excused, &tally.unknown, &tally.absent, &tally.free})
        *time *= shares;
    for (auto& [weight, length] : tally.down)
        length *= shares;
    return tally;
}

struct Sums {
    Tally together;
    std::map<ServiceId, Tally> each;
};

Sums sums_of(store::Lives lives, std::vector<Sold> const& sold, Shares const& shares, Instant now)
{
    Sums sums;
    for (auto const& part : sold) {
        Period const period{part.period.from, std::min(part.period.to, now)};
        if (period.from >= period.to)
            continue;
        std::vector<std::vector<Stretch>> lines;
        for (auto& [id, life] : lives) {
            if (!part.uses(id))
                continue;
            life.covered = part.covered;
            life.now = now;
            lines.push_back(timeline(part.rule, life, period));
            auto const tally = tally_of(lines.back());
            sums.each[id] += tally;
            if (part.groups == accounts::GroupRule::average)
                sums.together += tally;
        }
        if (part.groups == accounts::GroupRule::any)
            sums.together += times(tally_of(worst_of(lines, period)), shares.of(part));
    }
    return sums;
}

// What all may be down together; cut downwards.
Duration part_of(Duration rest, std::int64_t shares)
{
    auto const down = rest.count() < 0 ? shares - 1 : 0;
    return Duration{(rest.count() - down) / shares};
}

// At least two decimals, and one more than the target has: 99.999 is not told from 99.99 by two.
int decimals_for(std::optional<std::string> const& target)
{
    auto const point = target ? target->find('.') : std::string::npos;
    if (point == std::string::npos)
        return fewest_decimals;
    return std::max(fewest_decimals, static_cast<int>(target->size() - point));
}

// The month that holds `at`, as far as it has passed.
Standing standing_in(db::Tx& tx, accounts::Account const& account, Instant at, Instant now)
{
    auto const terms = accounts::terms_of(tx, account.id, at).value_or(accounts::PlanTerms{});
    Standing standing{
        .account = account.id, .plan_name = account.plan_name, .zone = calendar_of(tx, terms).zone};
    auto const month = month_of(at, standing.zone);
    standing.from = month.from;
    standing.to = month.to;
    if (terms.availability)
        standing.target = digits(decimal(*terms.availability));
    auto const decimals = decimals_for(standing.target);

    // An account owes and is owed nothing for the days before it came.
    Period const ours{std::max(month.from, account.created_at), month.to};
    auto const sold = sold_in(tx, account.id, ours);
    auto const used = services_of(tx, sold);
    Shares shares{.is_average = std::ranges::any_of(sold, [](Sold const& part) {
                      return part.groups == accounts::GroupRule::average;
                  })};
    for (auto const& service : used)
        if (service.retired_at.value_or(month.to) >= month.to)  // else it owes nothing any more
            shares.services.push_back(service.id);
    auto sums = sums_of(store::lives(tx, used, ours, account.id), sold, shares, now);
    for (auto const& service : used) {
        auto const& tally = sums.each[service.id];
        standing.services.push_back(
            {.service = service.id,
             .name = service.name,
             .shown = shown_percent(tally, decimals).value_or(""),
             .counted_s = tally.total() / std::chrono::seconds{1},
             .down_s = (tally.total() - tally.up) / std::chrono::seconds{1},
             .unknown_s = tally.unknown / std::chrono::seconds{1}});
    }
    standing.shown = shown_percent(sums.together, decimals).value_or("");
    auto const of_each = std::chrono::seconds{shares.of(sold.back())};
    standing.counted_s = sums.together.total() / of_each;
    standing.unknown_s = sums.together.unknown / of_each;
    if (terms.availability) {
        auto in_all = sums.together.total();
        for (auto const& part : sold)
            in_all += owed(part, now) * shares.of(part);
        auto const rest = left(sums.together, in_all, *terms.availability);
        standing.left_s =
            std::chrono::floor<std::chrono::seconds>(part_of(rest, shares.of(sold.back()))).count();
        standing.is_violated = rest < Duration{0};
    }
    return standing;
}

}  // namespace

Result<Standing> standing_of(db::Tx& tx, AccountId id, Instant now)
{
    auto const account = accounts::find_account(tx, id);
    if (!account)
        return not_found("account");
    return standing_in(tx, *account, now, now);
}

Result<std::vector<Standing>> standings_of(db::Tx& tx, AccountId id, Instant now)
{
    auto const account = accounts::find_account(tx, id);
    if (!account)
        return not_found("account");
    std::vector<Standing> standings;
    auto at = now;
    do {
        standings.push_back(standing_in(tx, *account, at, now));
        at = standings.back().from - Duration{1};
    } while (std::ssize(standings) < most_standings && at >= account->created_at);
    return standings;
}

}  // namespace tellfirst::status
