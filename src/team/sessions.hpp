#pragma once
// Being signed in: a secret in the browser's cookie, of which we keep the hash.
#include "team/store.hpp"

namespace tellfirst::team {

inline constexpr std::chrono::hours longest_idle{12};
inline constexpr std::chrono::hours longest_session{30 * 24};

// A session that is used is marked as seen, but not more often than this: a mark is a commit.
inline constexpr std::chrono::minutes seen_again_after{1};

// Is this session still good? A disabled person has none, whatever its age.
[[nodiscard]] bool is_alive(store::Session const& session, Instant now);

// A new secret each time, so nobody can wait inside a session that he prepared.
[[nodiscard]] std::string open_session(Call& call, PersonId person);

// "__Host-tellfirst" where people reach us by https: a browser takes that name only with Secure,
// from our host itself and for all of it. Over plain http (a trial on one machine) "tellfirst".
[[nodiscard]] std::string_view cookie_name(Settings const& settings);

[[nodiscard]] std::string cookie_with(Settings const& settings, std::string_view secret);
[[nodiscard]] std::string cookie_cleared(Settings const& settings);

// The value of that name in a Cookie header ("a=1; b=2"); "" where there is none.
[[nodiscard]] std::string_view cookie_value(std::string_view header, std::string_view name);

}  // namespace tellfirst::team
