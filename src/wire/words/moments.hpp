#pragma once
// Moments as a reader sees them: in his zone and language, and in UTC where nothing may be misread.
#include "kernel/instant.hpp"

#include <string>
#include <string_view>

namespace tellfirst::words {

enum class Language { en, de };

// "de-AT" is German. A language that we do not have is English.
[[nodiscard]] Language language_of(std::string_view tag);

// Where and in which words. A zone that nobody knows is UTC.
struct Reader {
    Language language = Language::en;
    std::string zone = "Etc/UTC";
    auto operator<=>(Reader const&) const = default;
};

// "16:30 CET", or "22 Nov 16:30 CET" where that is another day than `today` is.
[[nodiscard]] std::string short_moment(Instant at, Reader const& reader, Instant today);

// "Sat 21 Nov 2026, 16:30 CET (15:30 UTC)".
[[nodiscard]] std::string full_moment(Instant at, Reader const& reader);

// "9 min", "2 h 5 min", "3 days": how long something has lasted, cut and not rounded up.
[[nodiscard]] std::string span_of(Duration length, Language language);

// "36 h 5 min 2 s": to the second, for what is reckoned with; "0 s" where it is nothing or less.
[[nodiscard]] std::string exact_span_of(std::chrono::seconds length);

// "March 2026": the month that holds the moment where the reader is.
[[nodiscard]] std::string month_of(Instant at, Reader const& reader);

}  // namespace tellfirst::words
