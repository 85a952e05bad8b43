#pragma once
#include "pages/views/views.hpp"

namespace tellfirst::pages::store {

void add_views(db::Tx& tx, ViewCounts const& counts);
[[nodiscard]] std::int64_t views_of(db::Tx& tx, IncidentId incident);

}  // namespace tellfirst::pages::store
