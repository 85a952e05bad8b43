#pragma once
// Inside previews: the word that was just announced, by a transaction that may be rolled back.
#include "notify/store.hpp"
#include "wire/words/moments.hpp"

namespace tellfirst::notify {

// With its audience, or the first 20,000 contacts of it. Nothing where nothing was announced.
[[nodiscard]] std::optional<Notice> newest_word(Call& call, About const& about);

// Who looks: in English, by his own clock; by UTC where it is no person.
[[nodiscard]] words::Reader onlooker(Call& call);

}  // namespace tellfirst::notify
