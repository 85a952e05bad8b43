#include "notify/webhooks/chat/chats.hpp"

namespace tellfirst::notify::chat {
namespace {

// Discord refuses the whole post beyond these.
constexpr std::size_t longest_content = 2000;
constexpr std::size_t longest_title = 256;
constexpr std::size_t longest_description = 4096;

int colour_of(Mood mood)
{
    switch (mood) {
    case Mood::trouble: return 0xc4362c;
    case Mood::work: return 0x3b6fd4;
    case Mood::over: return 0x2c8a4b;
    }
    return 0;
}

}  // namespace

JsonObject discord_body(Words const& words)
{
    auto description = words.text;
    for (auto const& fact : words.facts)
        description += (description.empty() ? "" : "\n\n") + fact;
    auto const& title = words.title.empty() ? words.link_text : words.title;
    JsonObject embed{
        {"title", escaped(title, longest_title, no_markdown)},
        {"url", words.link},
        {"description", escaped(description, longest_description, as_is)},
        {"color", colour_of(words.mood)}};
    return {
        {"content", escaped(words.line, longest_content, no_markdown)},
        {"embeds", JsonArray{std::move(embed)}},
        {"allowed_mentions", {{"parse", JsonArray{}}}}};
}

}  // namespace tellfirst::notify::chat
