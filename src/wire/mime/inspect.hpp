#pragma once
#include <string>
#include <string_view>

namespace tellfirst::mime {

// What `tellfirst inspect mail` prints: one JSON object (UTF-8) with from, to, cc, subject,
// body_text, body_html, attachments, message_id, in_reply_to, references. Never fails.
[[nodiscard]] std::string inspect(std::string_view raw);

}  // namespace tellfirst::mime
