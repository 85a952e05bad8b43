#pragma once
// The rule of a text to hand on. Pure.
#include "notify/texts.hpp"
#include "notify/types.hpp"

#include <span>

namespace tellfirst::notify {

// It is pasted into a message, or read out.
inline constexpr std::size_t longest_copy_text = 300;

// "Mail: down, looking for the cause; expected back by 16:30 CET. Your data: safe. What helps until
// then: ..." None of these names (of companies, hosts, addresses) stands in it as a word, in
// whatever case: a service's name is said without it, and a hint that holds one is left out.
[[nodiscard]] std::string copy_text(
    Announcement words, Instant said_at, Reader const& reader, std::span<std::string const> names);

// Does it stand there as a word?
[[nodiscard]] bool is_named(std::string_view text, std::string_view name);

}  // namespace tellfirst::notify
