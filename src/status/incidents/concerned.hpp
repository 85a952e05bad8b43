#pragma once
// Inside status: whom an incident concerns, whether or not anybody was told.
#include "status/status.hpp"

namespace tellfirst::status {

// Contacts of the accounts that are exposed to it now, whatever they want to hear.
[[nodiscard]] std::int64_t count_concerned(Call& call, Incident const& incident);

// Of one that was announced to nobody, who should have heard counts as not told: a page alone tells
// nobody.
[[nodiscard]] notify::Proof proof_of(Call& call, Incident const& incident);

}  // namespace tellfirst::status
