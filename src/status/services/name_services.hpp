#pragma once
// Inside status: which services an announcement names, and to whom.
#include "status/incidents/types.hpp"
#include "status/services/services.hpp"

namespace tellfirst::status {

// Names these and their worst state: those that everybody may know of to everybody, the others to
// accounts that use them, or a group above them. What is for one account names all to it.
void name_services(db::Tx& tx, notify::Announcement& words, std::vector<Touched> const& services);

}  // namespace tellfirst::status
