#include "status/incidents/eta_history.hpp"

#include <ranges>

namespace tellfirst::status {

std::vector<GivenEta> eta_history(std::span<Update const> updates)
{
    std::vector<GivenEta> history;
    for (auto const& update : updates | std::views::reverse) {
        auto const& when = update.when;
        if (!when.eta_at || (!history.empty() && history.back().eta_at == *when.eta_at &&
                             history.back().eta_from == when.eta_from))
            continue;
        history.push_back(
            {.eta_at = *when.eta_at,
             .eta_from = when.eta_from,
             .eta_words = when.eta_words,
             .said_at = update.at});
    }
    return history;
}

}  // namespace tellfirst::status
