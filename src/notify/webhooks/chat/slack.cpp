#include "notify/webhooks/chat/chats.hpp"

namespace tellfirst::notify::chat {
namespace {

constexpr std::size_t longest_section = 3000;  // Slack refuses the whole post beyond it

std::string escape(char letter)
{
    switch (letter) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    default: return {letter};
    }
}

std::string plain(std::string_view text, std::size_t most = longest_section)
{
    return escaped(text, most, escape);
}

void add_section(JsonArray& blocks, std::string text)
{
    if (!text.empty())
        blocks.push_back(
            {{"type", "section"}, {"text", {{"type", "mrkdwn"}, {"text", std::move(text)}}}});
}

}  // namespace

JsonObject slack_body(Words const& words)
{
    JsonArray blocks;
    add_section(blocks, "*" + plain(words.line) + "*");
    add_section(blocks, plain(words.title));
    add_section(blocks, plain(words.text));
    for (auto const& fact : words.facts)
        add_section(blocks, plain(fact));
    add_section(blocks, fmt::format("<{}|{}>", plain(words.link), plain(words.link_text)));
    // `text` is what a notification shows; blocks take its place in the room.
    return {
        {"text", plain(words.line)},
        {"blocks", std::move(blocks)},
        {"unfurl_links", false},
        {"unfurl_media", false}};
}

}  // namespace tellfirst::notify::chat
