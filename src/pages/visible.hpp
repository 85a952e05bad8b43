#pragma once
// Which services a reader sees, as they stand in the tree.
#include "pages/status_page.hpp"

namespace tellfirst::pages {

// A group is shown where the reader may see it and one of its parts; its state is the worst of
// those parts (worst_shown), and of no other, for it must not give away one that he may not see:
// where there is such a part the group has no bars. Parts of a group that he may not see stand
// without it. Trouble that is his alone holds his services as everybody's does, and shows those
// that it touches.
[[nodiscard]] std::vector<ShownService> visible_services(Found const& found, Reader const& reader);

// What the reader saw before it was retired: no page lists it, and what is past names it.
[[nodiscard]] std::vector<ShownService> visible_retired(Found const& found, Reader const& reader);

}  // namespace tellfirst::pages
