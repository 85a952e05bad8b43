#pragma once
#include "team/store.hpp"

namespace tellfirst::team {

// What a token may do: what its role may today, but no more than it was narrowed to.
[[nodiscard]] RightSet rights_of(store::StoredToken const& token);

// As it stands in the API.
[[nodiscard]] Token shown(store::StoredToken const& token);

[[nodiscard]] bool is_alive(store::StoredToken const& token, Instant now);

// Those of the caller; all of them where he manages tokens. Newest first.
[[nodiscard]] std::vector<Token> list_tokens(Call& call, std::optional<TokenId> after, int limit);

}  // namespace tellfirst::team
