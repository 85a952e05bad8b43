#pragma once
// What an announcement says on a phone. Pure.
#include "notify/channels/carrier.hpp"
#include "notify/sms/alphabet.hpp"

namespace tellfirst::notify {

struct SmsText {
    std::string text;
    SmsLength length;
};

struct SmsOf {
    Announcement const& words;  // as the reader may know them
    Instant said_at;
    words::Reader reader;
    std::string_view link;
};

// Service, state and outlook, and the link where it costs no part more. Names and reasons are said
// shorter before a text takes more than one part; no outlook is ever cut off for that.
[[nodiscard]] SmsText sms_text(SmsOf const& of);
[[nodiscard]] SmsText sms_text_for(Message const& message);

// "[test]" before it, for who looks at it before it is said.
[[nodiscard]] SmsText marked_as_test(SmsText const& said);

}  // namespace tellfirst::notify
