#pragma once
#include "kernel/problem.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::team {

inline constexpr std::size_t shortest_password = 10;
inline constexpr std::size_t longest_password = 1024;  // more is nobody's password, only our work

// Errors person.weak_password: too short, too long, or the name or address once more.
[[nodiscard]] Result<void>
check_password(std::string_view password, std::string_view name, std::string_view email);

// argon2id with a fresh salt, 19 MiB and two passes (OWASP's first choice): about 33 ms of a core,
// so it never runs inside a transaction.
[[nodiscard]] std::string hash_password(std::string_view password);

// Takes the same time whether there is a hash to compare with or not, so that nobody learns from
// our haste which addresses are ours. Without a hash the answer is no.
[[nodiscard]] bool is_password(std::optional<std::string> const& hash, std::string_view password);

}  // namespace tellfirst::team
