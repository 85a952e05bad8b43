#include "accounts/faults.hpp"

namespace tellfirst::accounts {
namespace {

// Ten years: a longer allowance is a slip of the finger.
constexpr std::int64_t longest_minutes = 10 * 366 * 24 * 60;
constexpr std::int64_t longest_hours = longest_minutes / 60;
constexpr std::int64_t longest_days = longest_hours / 24;
// Longer would forgive what everybody has noticed.
constexpr std::int64_t longest_forgiven_seconds = 24 * 3600;
constexpr std::int64_t most_tickets = 1'000'000;
constexpr std::size_t most_tiers = 20;

class Checker {
  public:
    // Floating limits hold every whole number used here exactly.
    void between(std::string const& field, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            faults_.push_back(
                {field, "plan.out_of_range", fmt::format("must be {} to {}", least, most)});
    }

    void whole(
        std::string const& field, std::optional<std::int64_t> value, std::int64_t least,
        std::int64_t most)
    {
        if (value && (*value < least || *value > most))
            faults_.push_back(
                {field, "plan.out_of_range", fmt::format("must be {} to {}", least, most)});
    }

    void is_true(bool holds, FieldError fault)
    {
        if (!holds)
            faults_.push_back(std::move(fault));
    }

    [[nodiscard]] Faults take(Faults first) &&
    {
        first.insert(first.end(), faults_.begin(), faults_.end());
        return first;
    }

  private:
    Faults faults_;
};

bool is_currency(std::string_view currency)
{
    return currency.size() == 3 &&
           std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Faults faults_in(NewPlan const& wish)
{
    Checker check;
    check.whole("price.minor", wish.price.minor, 0, std::numeric_limits<std::int64_t>::max());
    check.is_true(
        is_currency(wish.price.currency),
        {"price.currency", "plan.bad_currency", "is not three capital letters such as \"EUR\""});
    check.is_true(
        wish.billed == "month" || wish.billed == "year",
        {"billed", "plan.bad_billing", "must be \"month\" or \"year\""});
    if (wish.availability)
        check.between("availability", *wish.availability, 0, 100);
    check.whole("first_reply_minutes", wish.first_reply_minutes, 1, longest_minutes);
    check.whole("next_reply_minutes", wish.next_reply_minutes, 1, longest_minutes);
    check.whole("resolve_minutes", wish.resolve_minutes, 1, longest_minutes);
    check.whole("notice_lead_hours", wish.notice_lead_hours, 0, longest_hours);
    check.whole("first_word_minutes", wish.first_word_minutes, 1, longest_minutes);
    check.whole("tickets_a_month", wish.tickets_a_month, 0, most_tickets);
    check.whole("reopen_days", wish.reopen_days, 0, longest_days);
    check.between("weight_degraded", wish.weight_degraded, 0, 1);
    check.between("weight_partial", wish.weight_partial, 0, 1);
    check.whole("minimum_outage_seconds", wish.minimum_outage_seconds, 0, longest_forgiven_seconds);
    check.between("credit_cap", wish.credit_cap, 0, 100);
    check.is_true(
        wish.credit_tiers.size() <= most_tiers,
        {"credit_tiers", "plan.out_of_range", "must not be more than 20"});
    for (std::size_t i = 0; i < std::min(wish.credit_tiers.size(), most_tiers); ++i) {
        check.between(fmt::format("credit_tiers[{}].below", i), wish.credit_tiers[i].below, 0, 100);
        check.between(
            fmt::format("credit_tiers[{}].percent", i), wish.credit_tiers[i].percent, 0, 100);
    }
    return std::move(check).take(faults_in_name("plan", "name", wish.name));
}

}  // namespace tellfirst::accounts
