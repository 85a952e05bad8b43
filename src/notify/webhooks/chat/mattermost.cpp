#include "notify/webhooks/chat/chats.hpp"

namespace tellfirst::notify::chat {
namespace {

// A server that was set up before version 5 takes no more.
constexpr std::size_t longest_post = 4000;
// Left for the text: the rest is at most a line, a title and facts, all escaped.
constexpr std::size_t longest_text = 1800;
constexpr std::size_t longest_line = 500;

// <!channel> is Slack's and means something to Mattermost, too, even within Markdown.
std::string no_tags(char letter)
{
    return letter == '<' ? "&lt;" : std::string{letter};
}

std::string plain(char letter)
{
    return letter == '<' ? no_tags(letter) : no_markdown(letter);
}

}  // namespace

JsonObject mattermost_body(Words const& words)
{
    auto post = fmt::format("**{}**", escaped(words.line, longest_line, plain));
    if (!words.title.empty())
        post += "\n\n" + escaped(words.title, longest_line, plain);
    if (!words.text.empty())
        post += "\n\n" + escaped(words.text, longest_text, no_tags);
    auto const link = fmt::format("\n\n[{}]({})", words.link_text, words.link);
    for (auto const& fact : words.facts) {
        auto const said = "\n\n" + escaped(fact, longest_line, no_tags);
        if (post.size() + said.size() + link.size() <= longest_post)
            post += said;
    }
    return {{"text", post + link}};
}

}  // namespace tellfirst::notify::chat
