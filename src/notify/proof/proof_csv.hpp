#pragma once
// The proof as a table for spreadsheets: a line for each delivery.
#include "notify/proof/proof.hpp"

namespace tellfirst::notify {

[[nodiscard]] std::string csv_head();
[[nodiscard]] std::string csv_of(std::span<ProofLine const> lines);

}  // namespace tellfirst::notify
