#pragma once
#include <string>
#include <string_view>

namespace tellfirst::words {

// What a person wrote, as markup that may stand on a page: CommonMark, of which a word, a list, a
// quotation, code and a link remain. A line that was ended stays ended. No markup of his own, no
// picture, and no link but to http, https and mail, so the page fetches and runs nothing. Text that
// cannot be read as Markdown stays text.
[[nodiscard]] std::string markdown_to_html(std::string_view text);

// May this address stand in a link?
[[nodiscard]] bool is_safe_link(std::string_view url);

}  // namespace tellfirst::words
