#pragma once
// Inside notify: how far one announcement is.
#include "notify/store.hpp"

namespace tellfirst::notify {

[[nodiscard]] Progress progress_of(db::Tx& tx, Notice const& notice);

}  // namespace tellfirst::notify
