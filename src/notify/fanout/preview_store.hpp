#pragma once
#include "notify/sending_store.hpp"

namespace tellfirst::notify::store {

// Who will be told by mail: the first of each brand and language. They are not claimed.
[[nodiscard]] std::vector<Claimed> samples(db::Tx& tx, NoticeId notice);

}  // namespace tellfirst::notify::store
