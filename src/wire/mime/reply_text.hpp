#pragma once
#include <string>
#include <string_view>

namespace tellfirst::mime {

// What somebody wrote now, and what his mail program put around it: quoted mails with the line
// that introduces them, and signatures. Every line is in exactly one of the two, in its order.
struct ReplyText {
    std::string newest;
    std::string folded;

    bool operator==(ReplyText const&) const = default;
};

// Knows the styles of Gmail, Outlook, Apple Mail, Thunderbird, Yandex and plain "> ", in English
// and German, with the answer above, below or between the quotes. When in doubt a line is shown:
// where nothing new would be left all of it is `newest`, and a forwarded mail is not folded.
[[nodiscard]] ReplyText split_reply(std::string_view text);

}  // namespace tellfirst::mime
