#include "wire/words/search_words.hpp"

#include "kernel/text.hpp"
#include "wire/words/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace tellfirst::words {
namespace {

// U+FFFD, which stands for bytes that are no text, belongs to no word.
bool stands_in_words(UChar32 c)
{
    constexpr auto of_words = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
    return c > 0 && (U_GET_GC_MASK(c) & of_words) != 0;
}

}  // namespace

std::vector<std::string> search_words(std::string_view text, std::size_t most)
{
    auto const folded = fold(text);
    std::vector<std::string> words;
    std::string word;
    auto const end_of_word = [&] {
        word = cut_utf8(word, longest_search_word);
        if (!word.empty() && words.size() < most && std::ranges::find(words, word) == words.end())
            words.push_back(word);
        word.clear();
    };
    auto const size = static_cast<std::int64_t>(folded.size());
    for (std::int64_t i = 0; i < size && words.size() < most;) {
        auto const start = i;
        UChar32 c = 0;
        U8_NEXT(folded.data(), i, size, c);
        if (stands_in_words(c))
            word.append(
                folded, static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
        else
            end_of_word();
    }
    end_of_word();
    return words;
}

}  // namespace tellfirst::words
