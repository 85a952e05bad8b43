#pragma once
#include "notify/notify.hpp"
#include "wire/http/message.hpp"

namespace tellfirst::status {

// The proof as a table: a header and one line for each delivery, in the proof's order.
[[nodiscard]] std::string proof_csv(notify::Proof const& proof);

// The same as a file to keep; `about` is the id of what it proves.
[[nodiscard]] http::Reply proof_file(notify::Proof const& proof, std::string_view about);

}  // namespace tellfirst::status
