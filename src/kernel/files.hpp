#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst {

// Nothing where the file cannot be read.
[[nodiscard]] std::optional<std::string> read_whole_file(std::string const& path);

// Replaces a file (mode 0600) so that a crash leaves the old one or the new one, never half of it;
// the new one is synced before it takes the name. Throws std::system_error.
void replace_file(std::string const& path, std::string_view text);

// Makes a file with all of its text at once; false where somebody else has made it already, who
// then keeps it. Throws std::system_error.
[[nodiscard]] bool create_file(std::string const& path, std::string_view text);

}  // namespace tellfirst
