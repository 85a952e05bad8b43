#pragma once
// Who among our readers tells customers of his own: the people behind a brand.
#include "db/call.hpp"
#include "kernel/email.hpp"

#include <set>

namespace tellfirst::notify {

struct Partners {
    std::set<std::string> addresses;  // keys: where a brand's help is, or who decides what it holds
    std::set<std::string> domains;    // that brands write from
    std::vector<std::string> names;   // that must not stand in what they hand on

    [[nodiscard]] bool has(Email const& address) const;
};

// Nobody, where the house has one brand.
[[nodiscard]] Partners partners_of(Call& call);

}  // namespace tellfirst::notify
