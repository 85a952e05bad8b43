#pragma once
#include "pages/view/view.hpp"

namespace tellfirst::pages {

// "The fix is expected by 30 Nov.": as markup; a date that has passed says that it has, one that
// was moved from when.
[[nodiscard]] std::vector<std::string> fix_sentences(ShownIssue const& issue, View const& view);

// A known issue, the same on the status page and on its own.
[[nodiscard]] JsonObject issue_view(ShownIssue const& issue, View const& view);

}  // namespace tellfirst::pages
