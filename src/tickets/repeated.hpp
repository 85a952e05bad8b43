#pragma once
#include <string>
#include <string_view>

namespace tellfirst::tickets {

// Within this time the same mail from the same sender is a repetition: his server tried again
// because it had not heard our 250 (P2), or he wrote to two of our addresses.
inline constexpr int hours_of_repetition = 24;

// What a mail has in common with its repetitions, as 64 hex digits: sender, Message-ID (where
// there is one; else the subject) and text. Not the raw bytes: each relay on the way adds a
// header of its own.
[[nodiscard]] std::string sameness(
    std::string_view sender, std::string_view message_id, std::string_view subject,
    std::string_view text);

// What it has in common with the same words sent to another of our addresses by a mail of its
// own; "" where it says nothing.
[[nodiscard]] std::string sameness_of_text(std::string_view sender, std::string_view text);

}  // namespace tellfirst::tickets
