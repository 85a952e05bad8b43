#include "accounts/subscribing/services.hpp"

#include <set>

namespace tellfirst::accounts {

std::optional<std::vector<ServiceId>> heard_by_both(
    std::optional<std::vector<ServiceId>> const& held,
    std::optional<std::vector<ServiceId>> const& wanted)
{
    if (!held || !wanted)
        return std::nullopt;
    std::set<ServiceId> both{held->begin(), held->end()};
    both.insert(wanted->begin(), wanted->end());
    return std::vector<ServiceId>{both.begin(), both.end()};
}

}  // namespace tellfirst::accounts
