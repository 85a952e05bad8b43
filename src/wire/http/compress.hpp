#pragma once
#include <string>
#include <string_view>

namespace tellfirst::http {

// For bytes that are compressed once and sent often.
[[nodiscard]] std::string gzip(std::string_view text);
[[nodiscard]] std::string brotli(std::string_view text);

}  // namespace tellfirst::http
