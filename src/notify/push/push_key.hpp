#pragma once
#include "db/house.hpp"
#include "wire/webpush/keys.hpp"

namespace tellfirst::notify {

// The key pair by which push services and browsers know us. Made on first use, and again where it
// was locked away by another house: browsers that knew the old one have to ask anew.
[[nodiscard]] webpush::KeyPair push_keys(House const& house);

}  // namespace tellfirst::notify
