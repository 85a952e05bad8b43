#pragma once
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace tellfirst::pages {

// The latest things and those that are going on, each once, the newest first: what is open may be
// older than the latest.
template <class Thing>
[[nodiscard]] std::vector<Thing> newest(std::vector<Thing> latest, std::vector<Thing> const& going)
{
    for (auto const& thing : going)
        if (std::ranges::find(latest, thing.id, &Thing::id) == latest.end())
            latest.push_back(thing);
    std::ranges::sort(latest, std::greater{}, [](Thing const& thing) {
        return std::pair{thing.created_at, thing.id};
    });
    return latest;
}

}  // namespace tellfirst::pages
