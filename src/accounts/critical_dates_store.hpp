#pragma once
// What is written of critical dates; reading is in the door (critical_dates.hpp).
#include "accounts/accounts.hpp"

namespace tellfirst::accounts::store {

void add_critical_date(db::Tx& tx, CriticalDate const& date);
[[nodiscard]] std::optional<CriticalDate> find_critical_date(db::Tx& tx, CriticalDateId id);
void remove_critical_date(db::Tx& tx, CriticalDateId id);
// Those that are not over.
[[nodiscard]] std::int64_t count_critical_dates(db::Tx& tx, AccountId account, Instant now);

}  // namespace tellfirst::accounts::store
