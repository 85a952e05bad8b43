#pragma once
// How long a text is on a phone (3GPP TS 23.038 and 23.040). Pure.
//
// A text of the GSM 7-bit alphabet has 160 septets in one part; some characters (the euro,
// brackets, braces) stand in an extension table and cost two. Anything else makes all of it UCS-2
// with 70 units of 16 bits. A longer one goes in parts of 153 septets, or 67 units, which the phone
// puts together; no character is torn in two between them.
#include <cstddef>
#include <string>
#include <string_view>

namespace tellfirst::notify {

struct SmsLength {
    bool is_gsm = true;
    std::size_t units = 0;  // septets, or units of 16 bits
    std::size_t parts = 1;
    bool operator==(SmsLength const&) const = default;
};

// `text` is well-formed UTF-8.
[[nodiscard]] SmsLength sms_length(std::string_view text);

// Quotation marks, dashes and the like of printed text as those that the GSM alphabet has. Every
// other character stays as it is.
[[nodiscard]] std::string plain_marks(std::string_view text);

}  // namespace tellfirst::notify
