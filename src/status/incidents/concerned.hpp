#pragma once
// Inside status: whom an incident concerns, whether or not anybody was told.
#include "status/status.hpp"

namespace tellfirst::status {

// Whom these services concern, as an announcement that names them would find them.
void aim_at(db::Tx& tx, notify::Target& target, std::vector<ServiceId> const& services);

// Contacts of the accounts that are exposed to it now, whatever they want to hear.
[[nodiscard]] std::int64_t count_concerned(Call& call, Incident const& incident);

// Of one that was announced to nobody, who should have heard counts as not told: a page alone tells
// nobody.
[[nodiscard]] notify::Proof proof_of(Call& call, Incident const& incident);

}  // namespace tellfirst::status
