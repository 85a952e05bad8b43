#pragma once
// The SQL of links that do an errand.
#include "db/db.hpp"
#include "pages/oneself/errands.hpp"

namespace tellfirst::pages::store {

void add_errand(db::Tx& tx, db::Blob const& hash, WantedErrand const& wanted, Instant expires);
void forget_expired_errands(db::Tx& tx, Instant now);
// Used or not.
[[nodiscard]] std::int64_t count_errands(db::Tx& tx, ContactId contact);
[[nodiscard]] std::optional<WantedErrand>
find_errand(db::Tx& tx, db::Blob const& hash, Instant now);
[[nodiscard]] std::optional<WantedErrand>
spend_errand(db::Tx& tx, db::Blob const& hash, Instant now);
void forget_errands(db::Tx& tx, ContactId contact);

}  // namespace tellfirst::pages::store
