#pragma once
// Does an announcement wait for a second pair of eyes?
#include "notify/fanout/fanout.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

struct Asking {
    Actor::Kind by = Actor::Kind::nobody;
    bool is_for_many = false;         // its audience is larger than what one person may tell
    bool follows_unapproved = false;  // a word about the same still waits for its own
};

// What the system says by itself (a reminder, a start, an end) repeats what a person declared, and
// leaves without being asked for once more: at night nobody would answer. But it does not carry
// outside what nobody has approved yet. Pure.
[[nodiscard]] bool needs_approval(Asking const& asking);

// Part of announcing, before its audience is frozen: holds it back where it must wait, and pages
// those who may let it go.
void ask_for_approval(Call& call, Notice const& notice, Announcement const& words);

}  // namespace tellfirst::notify
