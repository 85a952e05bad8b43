#pragma once
#include "kernel/problem.hpp"

#include <span>
#include <string_view>

namespace tellfirst::db {

class Database;

// One file of migrations/: number and words are its name, one transaction each.
struct Migration {
    int number = 0;
    std::string_view words;
    std::string_view sqlite;  // the two texts are the same where the file has no twin
    std::string_view postgres;
};

// All of migrations/, built into the binary, lowest number first.
[[nodiscard]] std::span<Migration const> all_migrations();

// Brings the schema up to the last of `migrations`. Killed in the middle, it goes on next time.
// Error schema.newer (the data was written by a newer Tellfirst: say so and touch nothing),
// schema.changed (a migration that ran here reads differently now).
[[nodiscard]] Result<int> migrate(Database& database, std::span<Migration const> migrations);

}  // namespace tellfirst::db
