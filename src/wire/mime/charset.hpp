#pragma once
#include <string>
#include <string_view>

namespace tellfirst::mime {

// Bytes of a mail as UTF-8, whatever they are called. Senders lie about charsets: what is
// well-formed UTF-8 is taken for UTF-8 where the name allows the doubt, bytes of an unknown or
// missing charset are UTF-8 or else windows-1252. Always well-formed and without NUL: what means
// nothing becomes U+FFFD. Never fails.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace tellfirst::mime
