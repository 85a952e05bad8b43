#pragma once
// How an announcement looks to its readers, before any of it leaves.
#include "db/house.hpp"
#include "notify/previews/trials.hpp"
#include "notify/previews/types.hpp"

namespace tellfirst::notify {

// The newest word about this as real readers get it, the first of each channel, brand and language;
// of webhooks also of each dialect. Made by what makes that which leaves. What nobody in the
// audience has is left out. Of an audience that is not written down yet, the first 20,000 contacts
// are looked at. `call` is the transaction that announced it, which need not be kept.
[[nodiscard]] std::vector<Preview> previews_of(House const& house, Call& call, About const& about);

// What that word says otherwise than the one that was announced before it, in English.
[[nodiscard]] Changes changes_of(Call& call, About const& about);

}  // namespace tellfirst::notify
