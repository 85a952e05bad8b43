#pragma once
#include <string>
#include <string_view>

namespace tellfirst::mime {

// HTML as the text that a reader would have seen: blocks as lines, lists with "- ", links with
// their address behind them, quotations with "> " (so that split_reply finds them); scripts,
// styles and the head are dropped. For showing and searching, in time linear in its length.
[[nodiscard]] std::string html_to_text(std::string_view html);

// "&uuml;&#8364;" -> "ü€". What is no entity stays as it is.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace tellfirst::mime
