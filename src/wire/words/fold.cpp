#include "wire/words/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

namespace tellfirst::words {

std::string fold(std::string_view text)
{
    UErrorCode failed = U_ZERO_ERROR;
    auto const* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(failed);
    auto const* const decompose = icu::Normalizer2::getNFDInstance(failed);
    if (U_FAILURE(failed) != 0)
        throw std::runtime_error{"ICU's normalization data is missing"};
    auto const folded = casefold->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}),
        failed);
    auto const taken_apart = decompose->normalize(folded, failed);
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < taken_apart.length(); at = taken_apart.moveIndex32(at, 1))
        if (auto const letter = taken_apart.char32At(at); u_charType(letter) != U_NON_SPACING_MARK)
            bare.append(letter);
    std::string result;
    return bare.toUTF8String(result);
}

}  // namespace tellfirst::words
