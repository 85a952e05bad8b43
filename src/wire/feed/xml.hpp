#pragma once
// The little of XML 1.0 that a feed needs.
#include <string>
#include <string_view>

namespace tellfirst::feed {

// Text that is safe between tags and inside a quoted attribute. What XML 1.0 forbids even as a
// reference (most control characters, U+FFFE, U+FFFF; section 2.2) becomes U+FFFD: one such
// character would make every reader refuse the whole feed. Bytes that are no UTF-8 do, too.
[[nodiscard]] std::string escape_xml(std::string_view text);

// "<name>text</name>", the text escaped.
[[nodiscard]] std::string element(std::string_view name, std::string_view text);

}  // namespace tellfirst::feed
