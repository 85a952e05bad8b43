#pragma once
#include <string>
#include <string_view>

namespace tellfirst::support {

// The address of a database in a PostgreSQL of our own: a private cluster in a temporary folder,
// started by the first call, reached by a socket in that folder only, gone with this process
// (also when it crashes). Where TELLFIRST_TEST_POSTGRES holds the address of a superuser on a
// running cluster, that one is used.
[[nodiscard]] std::string postgres_address(std::string_view database);

// For CREATE DATABASE and the like, which no transaction takes.
void run_on_postgres(std::string const& statement);

}  // namespace tellfirst::support
