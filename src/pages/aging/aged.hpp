#pragma once
// When pages are so old that they must not be shown as they are, and what is shown instead.
#include "pages/site.hpp"
#include "pages/snapshot.hpp"

namespace tellfirst::pages {

// Pages are made anew each minute: when that failed three times, it is no delay any more. The
// script of the pages (templates/page.js) goes by the same.
inline constexpr std::chrono::minutes old_after{3};

// When the next of its hosts will be, or has been, that old, of those that come later than `after`.
// Each host says itself when its pages were made (/mirror.json): they may come from several
// servers.
[[nodiscard]] std::optional<Instant>
next_to_age(Snapshot const& snapshot, std::optional<Instant> after = {});

// The same with the pages of hosts that are old by now as forget.hpp says. They still name the time
// when they were made, so whoever mirrors the mirror knows, too.
[[nodiscard]] Snapshot aged(Snapshot const& snapshot, Instant now);

// What was found, without what is well: nobody could look at it since. For pages that are printed
// when somebody asks for them.
[[nodiscard]] Found aged(Found found);

}  // namespace tellfirst::pages
