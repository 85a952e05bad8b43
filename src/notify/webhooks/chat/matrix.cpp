#include "kernel/text.hpp"
#include "notify/webhooks/chat/chats.hpp"
#include "wire/words/markdown.hpp"

namespace tellfirst::notify::chat {
namespace {

std::string paragraph(std::string_view text)
{
    return fmt::format("<p>{}</p>", escape_html(text));
}

}  // namespace

JsonObject matrix_body(Words const& words)
{
    auto text = words.line;
    auto html = fmt::format("<p><strong>{}</strong></p>", escape_html(words.line));
    if (!words.title.empty()) {
        text += "\n\n" + words.title;
        html += paragraph(words.title);
    }
    if (!words.text.empty()) {
        text += "\n\n" + words.text;
        html += words::markdown_to_html(words.text);
    }
    for (auto const& fact : words.facts) {
        text += "\n\n" + fact;
        html += paragraph(fact);
    }
    text += fmt::format("\n\n{}: {}", words.link_text, words.link);
    html += fmt::format(
        "<p><a href=\"{}\">{}</a></p>", escape_html(words.link), escape_html(words.link_text));
    return {{"text", text}, {"html", html}};
}

}  // namespace tellfirst::notify::chat
