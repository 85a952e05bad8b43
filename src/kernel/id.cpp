#include "kernel/id.hpp"

#include <algorithm>

namespace tellfirst {
namespace {

// RFC 4648's base32 in lower case. The first five bits of an id are 25 or less until 2081, so an
// id begins with a letter until then: it can never be taken for a number or a date.
constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t letters_in_an_id = 12;
constexpr int bits_per_letter = 5;

constexpr int counter_bits = 19;
constexpr std::int64_t counter_end = std::int64_t{1} << counter_bits;

// The counter starts in the lower half, so that each millisecond has room for at least 262,144 ids.
constexpr std::int64_t random_start_end = counter_end / 2;

constexpr Instant epoch{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}};

}  // namespace

std::string id_letters(std::int64_t value)
{
    std::string letters(letters_in_an_id, alphabet.front());
    for (auto at = letters.rbegin(); at != letters.rend(); ++at) {
        *at = alphabet[static_cast<std::size_t>(value & 31)];
        value >>= bits_per_letter;
    }
    return letters;
}

std::optional<std::int64_t> parse_id_letters(std::string_view letters)
{
    if (letters.size() != letters_in_an_id)
        return std::nullopt;
    std::int64_t value = 0;
    for (char const letter : letters) {
        auto const digit = alphabet.find(letter);
        if (digit == std::string_view::npos)
            return std::nullopt;
        value = (value << bits_per_letter) | static_cast<std::int64_t>(digit);
    }
    return value == 0 ? std::nullopt : std::optional{value};
}

std::int64_t IdMint::next(Instant now)
{
    auto const wanted = std::chrono::floor<std::chrono::milliseconds>(now - epoch).count();
    std::scoped_lock const guard{lock_};
    if (wanted > millisecond_) {
        millisecond_ = wanted;
        count_ = static_cast<std::int64_t>(random_()) % random_start_end;
    } else if (++count_ == counter_end) {
        ++millisecond_;  // a millisecond is full: borrow the next one
        count_ = 0;
    }
    return (millisecond_ << counter_bits) | count_;
}

}  // namespace tellfirst
