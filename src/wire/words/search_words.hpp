#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst::words {

// A longer word is cut: nobody types more of it.
inline constexpr std::size_t longest_search_word = 64;

// The words of a text as a search compares them: folded (fold.hpp), runs of letters, digits and
// marks, each once, in the order in which they stand, at most so many. "Foto-Ruiz <ann@a.test>" has
// foto, ruiz, ann, a, test.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text, std::size_t most);

}  // namespace tellfirst::words
