#pragma once
// Codes to print and put away: each lets somebody in once who has lost his authenticator.
#include "team/store.hpp"

namespace tellfirst::team {

inline constexpr std::size_t recovery_codes_made = 10;

// Ten new codes ("k7qxm-2fvea", 50 random bits); earlier ones are worth nothing from now on.
[[nodiscard]] std::vector<std::string> make_recovery_codes(Call& call, PersonId person);

// Was it one of his that he had not used? Case, spaces and dashes do not count.
[[nodiscard]] bool use_recovery_code(Call& call, PersonId person, std::string_view code);

}  // namespace tellfirst::team
