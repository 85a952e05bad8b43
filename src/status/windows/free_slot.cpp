#include "status/windows/free_slot.hpp"

#include <algorithm>

namespace tellfirst::status {

std::optional<Instant>
first_free(std::vector<Taken> taken, Instant from, Duration length, Instant horizon)
{
    std::ranges::sort(taken, {}, &Taken::from);
    auto start = from;
    for (auto const& span : taken) {
        if (span.from >= start + length)
            break;  // and all that follow begin later still
        start = std::max(start, span.to);
    }
    return start + length <= horizon ? std::optional{start} : std::nullopt;
}

}  // namespace tellfirst::status
