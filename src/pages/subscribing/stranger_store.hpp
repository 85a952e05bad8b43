#pragma once
// The SQL of who never confirmed.
#include "db/db.hpp"

namespace tellfirst::pages::store {

struct Unanswered {
    Instant asked_before;
    Instant now;  // none of his links works any more
};
// By id, those behind `after`.
[[nodiscard]] std::vector<ContactId>
strangers(db::Tx& tx, Unanswered const& which, std::optional<ContactId> after, int limit);

}  // namespace tellfirst::pages::store
