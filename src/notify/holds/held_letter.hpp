#pragma once
#include "notify/holds/hold_store.hpp"

namespace tellfirst::notify {

// Tells whoever decides for the brand that a word is held, with a link to read, edit and release
// it.
void tell_partner(
    Call& call, Forwards const& forwards, store::Hold const& hold, Announcement const& words);

}  // namespace tellfirst::notify
