#pragma once
#include "db/house.hpp"
#include "wire/lmtp/server.hpp"

namespace tellfirst::app {

// Mail to any local part of our domain is ours; so is mail to a part of it that we made up
// (bounce+..., reply+...).
[[nodiscard]] bool is_ours(std::string_view recipient, std::string_view domain);

// Stores a mail for each of its recipients; answers once that is durable: stored, full (the disk
// is), or try_again (not known, or something else went wrong).
[[nodiscard]] lmtp::Deliver deliver_to(House house);

}  // namespace tellfirst::app
