#pragma once
#include <cstddef>
#include <string_view>

namespace tellfirst::smtp {

// What a relay offered in its answer to EHLO, as far as we use it.
struct Capabilities {
    bool pipelining = false;  // RFC 2920
    bool chunking = false;    // RFC 3030
    bool starttls = false;    // RFC 3207
    bool eight_bit = false;   // RFC 6152
    bool utf8 = false;        // RFC 6531
    bool auth_plain = false;  // RFC 4616
    bool auth_login = false;
    bool auth_xoauth2 = false;
    bool size = false;        // RFC 1870: may MAIL say how long the message is?
    std::size_t largest = 0;  // the longest message it takes, 0 if it does not say

    bool operator==(Capabilities const&) const = default;
};

// `text` is that of the reply: the first line is a greeting, each other one a keyword and its
// parameters. Unknown keywords are skipped.
[[nodiscard]] Capabilities read_capabilities(std::string_view text);

}  // namespace tellfirst::smtp
