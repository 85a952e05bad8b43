#include "accounts/accounts.hpp"
#include "promises/promises.hpp"
#include "status/status.hpp"
#include "status/uptime/month.hpp"
#include "status/uptime/past_store.hpp"
#include "status/uptime/rule.hpp"
#include "status/uptime/tally.hpp"

namespace tellfirst::status {
namespace {

constexpr int fewest_decimals = 2;

// What was sold, from one moment to another, and the hours in which it was sold.
struct Sold {
    Period period;
    UptimeRule rule;
    std::optional<std::vector<Period>> covered;
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

// A plan that changes in the middle of the month is reckoned by what held when.
std::vector<Sold> sold_in(db::Tx& tx, AccountId account, Period const& month)
{
    std::vector<Sold> sold;
    auto const dated = accounts::terms_during(tx, account, month.from, month.to);
    for (std::size_t i = 0; i < dated.size(); ++i) {
        Period const period{
            std::max(dated[i].since, month.from),
            i + 1 < dated.size() ? dated[i + 1].since : month.to};
        sold.push_back({period, rule_of(dated[i].terms), covered(tx, dated[i].terms, period)});
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

std::vector<Service> services_of(db::Tx& tx, accounts::Account const& account)
{
    auto all = services(tx);
    std::erase_if(all, &Service::is_group);
    if (!account.services)
        return all;
    auto const used = with_members(tx, *account.services);
    std::erase_if(
        all, [&](Service const& service) { return !std::ranges::binary_search(used, service.id); });
    return all;
}

struct Sums {
    Tally together;
    std::map<ServiceId, Tally> each;
};

Sums sums_of(store::Lives lives, std::vector<Sold> const& sold, Instant now)
{
    Sums sums;
    for (auto const& terms : sold) {
        Period const period{terms.period.from, std::min(terms.period.to, now)};
        if (period.from >= period.to)
            continue;
        std::vector<std::vector<Stretch>> lines;
        for (auto& [id, life] : lives) {
            life.covered = terms.covered;
            lines.push_back(timeline(terms.rule, life, period));
            sums.each[id] += tally_of(lines.back());
        }
        sums.together += tally_of(worst_of(lines, period));
    }
    return sums;
}

// At least two decimals, and one more than the target has: 99.999 is not told from 99.99 by two.
int decimals_for(std::optional<std::string> const& target)
{
    auto const point = target ? target->find('.') : std::string::npos;
    if (point == std::string::npos)
        return fewest_decimals;
    return std::max(fewest_decimals, static_cast<int>(target->size() - point));
}

}  // namespace

Result<Standing> standing_of(db::Tx& tx, AccountId id, Instant now)
{
    auto const account = accounts::find_account(tx, id);
    auto const terms = accounts::terms_of(tx, id, now);
    if (!account || !terms)
        return not_found("account");
    Standing standing{
        .account = id, .plan_name = account->plan_name, .zone = calendar_of(tx, *terms).zone};
    auto const month = month_of(now, standing.zone);
    standing.from = month.from;
    standing.to = month.to;
    if (terms->availability)
        standing.target = digits(decimal(*terms->availability));
    auto const decimals = decimals_for(standing.target);

    // An account owes and is owed nothing for the days before it came.
    Period const ours{std::max(month.from, account->created_at), month.to};
    auto const used = services_of(tx, *account);
    auto const sold = sold_in(tx, id, ours);
    auto sums = sums_of(store::lives(tx, used, ours, id), sold, now);
    for (auto const& service : used) {
        auto const& tally = sums.each[service.id];
        standing.services.push_back(
            {.service = service.id,
             .name = service.name,
             .shown = shown_percent(tally, decimals).value_or(""),
             .down_s = (tally.total() - tally.up) / std::chrono::seconds{1}});
    }
    standing.shown = shown_percent(sums.together, decimals).value_or("");
    if (terms->availability) {
        auto in_all = sums.together.total();
        for (auto const& part : sold)
            in_all += owed(part, now);
        auto const rest = left(sums.together, in_all, *terms->availability);
        standing.left_s = std::chrono::floor<std::chrono::seconds>(rest).count();
        standing.is_violated = rest < Duration{0};
    }
    return standing;
}

}  // namespace tellfirst::status
