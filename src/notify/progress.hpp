#pragma once
// Inside notify: how far one announcement is.
#include "notify/store.hpp"

namespace tellfirst::notify {

// has_begun: something of it has left, may have left, or was tried.
struct Standing {
    Progress progress;
    bool has_begun = false;
};
[[nodiscard]] Standing standing_of(Call& call, Notice const& notice);
[[nodiscard]] Progress progress_of(Call& call, Notice const& notice);

// Its subject stands in a column, so that it is known even where the body cannot be read.
[[nodiscard]] About about_of(Notice const& notice);

}  // namespace tellfirst::notify
