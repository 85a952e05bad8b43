#pragma once
#include "db/db.hpp"

namespace tellfirst::db {

// One writer thread, a few reader threads, each with its own connection to the file.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(std::string const& path, Commits commits);

}  // namespace tellfirst::db
