#pragma once
#include "db/db.hpp"

namespace tellfirst::db {

// A pool of writing and a pool of reading connections, and the sequencer of facts.
[[nodiscard]] std::unique_ptr<Database> open_postgres(std::string const& address);

}  // namespace tellfirst::db
