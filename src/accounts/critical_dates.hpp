#pragma once
// A part of the door of accounts: times in which an account cannot bear maintenance.
#include "accounts/types.hpp"
#include "db/db.hpp"

namespace tellfirst::accounts {

// Errors account.not_found, critical_date.needs_title, critical_date.ends_before_start,
// critical_date.over, critical_date.too_far, critical_date.too_long, critical_date.too_many.
[[nodiscard]] Result<CriticalDate>
add_critical_date(Call& call, AccountId account, NewCriticalDate const& wish);
// Answers what is gone. `of`: only where it is this account's. Error critical_date.not_found.
[[nodiscard]] Result<CriticalDate>
remove_critical_date(Call& call, CriticalDateId id, std::optional<AccountId> of = std::nullopt);

// In the order in which they were added.
[[nodiscard]] std::vector<CriticalDate>
critical_dates_of(db::Tx& tx, AccountId account, std::optional<CriticalDateId> after, int limit);

// Those that are not over, the soonest first: a hundred at most.
[[nodiscard]] std::vector<CriticalDate>
critical_dates_ahead(db::Tx& tx, AccountId account, Instant now);

// Those of which a part lies in [from, to), by their starts: of everybody, or of the accounts that
// use one of these services, or may use it. The first 2,000 of them: so many mean that there may be
// more.
inline constexpr int most_critical_dates_between = 2'000;  // all that a planner can look at
[[nodiscard]] std::vector<CriticalDate>
critical_dates_between(db::Tx& tx, Instant from, Instant to);
[[nodiscard]] std::vector<CriticalDate> critical_dates_of_exposed(
    db::Tx& tx, std::vector<ServiceId> const& services, Instant from, Instant to);

}  // namespace tellfirst::accounts
