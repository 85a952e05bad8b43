#pragma once
// The site in the dialect that many tools read (wire/statuspage).
#include "pages/site.hpp"
#include "wire/statuspage/documents.hpp"

namespace tellfirst::pages {

// Its words for ours. It has none for "unknown": the mildest that is not green stands for it,
// because "operational" would be a claim that nobody has checked.
[[nodiscard]] statuspage::ComponentStatus component_status(status::ServiceState state);

[[nodiscard]] statuspage::Snapshot snapshot_of(Site const& site);

// /api/v2/summary.json and the seven others.
[[nodiscard]] std::vector<Output> print_statuspage_api(Site const& site);

}  // namespace tellfirst::pages
