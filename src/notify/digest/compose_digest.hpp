#pragma once
// Several announcements in one mail. Pure.
#include "notify/compose.hpp"

namespace tellfirst::notify {

struct Gathered {
    Instant at;  // when it was said
    Announcement words;
};

// Of each its first line, title, when, and where it is read; news is whole. Oldest first. `time` is
// when he wants his digest, as he chose it.
[[nodiscard]] Page digest_page(
    std::vector<Gathered> const& gathered, Voice const& voice, Listener const& to,
    std::string const& time);

}  // namespace tellfirst::notify
