#pragma once
#include "status/history/history.hpp"

namespace tellfirst::status::store {

// When the incident was and what it held, as it stands now.
[[nodiscard]] Times times_of(db::Tx& tx, Incident const& incident);
void replace_held(db::Tx& tx, IncidentId id, std::vector<Held> const& services);

void add_correction(db::Tx& tx, IncidentId id, Correction const& correction);
[[nodiscard]] std::vector<Correction>
corrections(db::Tx& tx, IncidentId id, std::optional<CorrectionId> after, int limit);
[[nodiscard]] std::map<IncidentId, Instant> corrected_incidents(db::Tx& tx);

[[nodiscard]] std::vector<PastState> history(db::Tx& tx, ServiceId id, HistoryWish const& wish);

}  // namespace tellfirst::status::store
