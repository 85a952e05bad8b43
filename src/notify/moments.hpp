#pragma once
// Moments as a reader sees them: in his zone, and in UTC where nothing may be misread.
#include "kernel/instant.hpp"
#include "notify/texts.hpp"

#include <string>
#include <string_view>

namespace tellfirst::notify {

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

}  // namespace tellfirst::notify
