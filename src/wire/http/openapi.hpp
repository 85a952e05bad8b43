#pragma once
#include "wire/http/table.hpp"

namespace tellfirst::http {

// The document of our API (OpenAPI 3.1.0), made from the table alone, so that it cannot say
// anything else than what the server does: the rows below /api/ and those that have a summary.
[[nodiscard]] Json openapi_document(Table const& table, std::string_view version);

}  // namespace tellfirst::http
