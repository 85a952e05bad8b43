#pragma once
// What an account sees of the past goes by what it used while that lasted, and not by what it uses
// today.
#include "accounts/accounts.hpp"
#include "pages/status_page.hpp"

namespace tellfirst::pages {

// Incidents, windows and issues on services that the account used at some moment of them, and
// trouble of its own; `services` are all that it ever used, retired ones too. `uses` are in order,
// at least one; the first holds before, the last from then on. What was merged is left out.
[[nodiscard]] Seen
seen_then(Found const& found, AccountId account, std::span<accounts::DatedUses const> uses);

}  // namespace tellfirst::pages
