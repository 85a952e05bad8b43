#pragma once
#include "db/errors.hpp"
#include "db/tx.hpp"

namespace tellfirst::db {

// A statement as the databases want it: its `:names` became ?1, ?2 .. or $1, $2 .. ; a name that
// stands in it twice has one number.
struct Statement {
    std::string text;
    std::vector<std::string> names;  // of the parameters, in the order of their numbers
};

// `mark` is '?' for SQLite and '$' for PostgreSQL. Colons in literals, quoted names and comments
// are left alone. Throws BadStatement at "::", which only PostgreSQL understands.
[[nodiscard]] Statement number_parameters(std::string_view sql, char mark);

// The values in the order of their numbers. Throws BadStatement where one is missing, one too
// many, or a text is not UTF-8 or holds U+0000 (PostgreSQL could not keep it).
[[nodiscard]] std::vector<Value const*>
values_in_order(Statement const& statement, std::span<Param const> params);

}  // namespace tellfirst::db
