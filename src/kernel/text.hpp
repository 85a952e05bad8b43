#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace tellfirst {

[[nodiscard]] std::string ascii_lower(std::string_view text);

// Without the white space (space, tab, CR, LF) at either end.
[[nodiscard]] std::string_view trim(std::string_view text);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

// Well-formed UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

// At most `bytes` bytes of it, cut before a character and never inside one.
[[nodiscard]] std::string_view cut_utf8(std::string_view text, std::size_t bytes);

// Each byte that belongs to no well-formed character becomes U+FFFD; all else stays as it was.
[[nodiscard]] std::string repair_utf8(std::string_view text);

// & < > " ' as entities: safe between tags and inside a quoted attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace tellfirst
