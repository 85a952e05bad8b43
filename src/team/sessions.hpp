#pragma once
// Being signed in: a secret in the browser's cookie, of which we keep the hash.
#include "team/store.hpp"
#include "wire/http/cookie.hpp"

namespace tellfirst::team {

inline constexpr std::chrono::hours longest_idle{12};
inline constexpr std::chrono::hours longest_session{30 * 24};

inline constexpr http::Cookie session_cookie{.name = "tellfirst", .life = longest_session};

// A session that is used is marked as seen, but not more often than this: a mark is part of a
// commit, and where the request only reads it takes one of its own.
inline constexpr std::chrono::minutes seen_again_after{1};
inline constexpr std::chrono::hours seen_reading_after{1};

// Is this session still good? A disabled person has none, whatever its age.
[[nodiscard]] bool is_alive(store::Session const& session, Instant now);

// A new secret each time, so nobody can wait inside a session that he prepared.
[[nodiscard]] std::string open_session(Call& call, PersonId person);

}  // namespace tellfirst::team
