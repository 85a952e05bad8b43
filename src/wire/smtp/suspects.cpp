#include "wire/smtp/suspects.hpp"

#include <algorithm>

namespace tellfirst::smtp {

bool Suspects::again(std::string_view recipient)
{
    auto const known = std::ranges::find(recipients_, recipient);
    if (known != recipients_.end()) {
        recipients_.erase(known);
        return true;
    }
    if (recipients_.size() == most)
        recipients_.pop_front();
    recipients_.emplace_back(recipient);
    return false;
}

}  // namespace tellfirst::smtp
