#pragma once
// JSON for people to read: a line for each value, two blanks deeper in each object and list.
#include "kernel/json.hpp"

namespace tellfirst {

// What it means is the same as what write_json writes.
[[nodiscard]] std::string pretty_json(Json const& value);

}  // namespace tellfirst
