#pragma once
// How often may somebody guess? Counted before the password is looked at, so that many guesses at
// once do not slip through, and taken back when it was right.
#include "db/db.hpp"
#include "kernel/email.hpp"

namespace tellfirst::team {

inline constexpr std::chrono::minutes attempts_window{10};
inline constexpr std::int64_t most_attempts_an_email = 10;
inline constexpr std::int64_t most_attempts_an_address = 100;  // an office behind one address

// Error team.too_many_attempts (429).
[[nodiscard]] Result<void> count_attempt(Call& call, std::string_view address, Email const& email);

// It was the right one: his own guesses are forgotten, and this one of his address.
void forgive_attempts(Call& call, std::string_view address, Email const& email);

}  // namespace tellfirst::team
