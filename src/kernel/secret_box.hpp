#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst {

// Texts that lie in the database and that a copy of the database must not give away: encrypted and
// authenticated (XSalsa20-Poly1305), with a nonce of their own. `key` has any length; nobody who
// lacks it can read them or make one.
[[nodiscard]] std::string lock_away(std::string_view key, std::string_view text);

// Nothing where it was locked away by another key, or was touched.
[[nodiscard]] std::optional<std::string> unlock(std::string_view key, std::string_view locked);

}  // namespace tellfirst
