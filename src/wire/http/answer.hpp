#pragma once
// One request inside its transaction: who asks, may he, did he ask before, and then the handler.
#include "wire/http/table.hpp"

namespace tellfirst::http {

// Finds the caller by session cookie or token. Nobody where the request carries neither; an error
// where it carries one that is no longer good.
using Resolver = std::function<Result<Actor>(Request const&, Call&)>;

// Error http.sign_in (401) or http.right_missing (403).
[[nodiscard]] Result<void> check_right(Right right, Actor const& actor);

// The caller, if the route is open to him. A stale cookie does not shut somebody out of what is
// open to anyone.
[[nodiscard]] Result<Actor>
admit(Route const& route, Request const& request, Call& call, Resolver const& resolver);

// Admits the caller and runs the route's handler; a creating POST with an Idempotency-Key is
// answered once and then from the store. Sets request.actor.
// Errors of admit and the handler; http.idempotency_reused, http.bad_idempotency_key.
[[nodiscard]] Result<Reply>
answer(Route const& route, Request& request, Call& call, Resolver const& resolver);

inline constexpr std::chrono::hours answers_kept{24};

// Forgets answers that are older than answers_kept; answers how many. For a timer of app.
std::int64_t forget_old_answers(Call& call);

}  // namespace tellfirst::http
