#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tellfirst::http {

// All but the unreserved characters of RFC 3986 (letters, digits, - . _ ~) as %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

// Nothing where a % is not followed by two hex digits.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);

// The path of a request target, decoded. Nothing where it does not begin with a slash, holds an
// encoded slash (it would move the borders of the segments), a control character, or is not UTF-8.
[[nodiscard]] std::optional<std::string> decode_path(std::string_view path);

// The host that a Host header names, as it is compared: in lower case, without its port and without
// the dot that may stand behind it. "Help.Example.test.:8443" -> "help.example.test"
[[nodiscard]] std::string host_name(std::string_view authority);

using Form = std::map<std::string, std::string, std::less<>>;

// More fields than this no page of ours has: a box for each service, and what else it asks.
inline constexpr std::size_t most_form_fields = 2'100;

// "a=1&b=two+words" (application/x-www-form-urlencoded, also a query). The first value of a
// name counts. Nothing where a value is badly encoded, is no UTF-8 or holds a NUL, or where there
// are more than most_form_fields.
[[nodiscard]] std::optional<Form> parse_form(std::string_view text);

}  // namespace tellfirst::http
