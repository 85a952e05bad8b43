#include "notify/webhooks/chat/chats.hpp"

namespace tellfirst::notify::chat {
namespace {

std::string_view colour_of(Mood mood)
{
    switch (mood) {
    case Mood::trouble: return "Attention";
    case Mood::work: return "Accent";
    case Mood::over: return "Good";
    }
    return "Default";
}

// A run of a RichTextBlock knows no Markdown and no mention: what it holds is what is read.
JsonObject line(std::string_view text, JsonObject style = {})
{
    style.emplace("type", "TextRun");
    style.emplace("text", text);
    return {{"type", "RichTextBlock"}, {"inlines", JsonArray{std::move(style)}}};
}

}  // namespace

JsonObject teams_body(Words const& words)
{
    JsonArray body{line(words.line, {{"weight", "Bolder"}, {"color", colour_of(words.mood)}})};
    if (!words.title.empty())
        body.push_back(line(words.title, {{"weight", "Bolder"}}));
    if (!words.text.empty())
        body.push_back(line(words.text));
    for (auto const& fact : words.facts)
        body.push_back(line(fact));
    JsonObject card{
        {"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
        {"type", "AdaptiveCard"},
        {"version", "1.4"},
        {"body", std::move(body)},
        {"actions",
         {{{"type", "Action.OpenUrl"}, {"title", words.link_text}, {"url", words.link}}}}};
    return {
        {"type", "message"},
        {"attachments",
         {{{"contentType", "application/vnd.microsoft.card.adaptive"},
           {"contentUrl", nullptr},
           {"content", std::move(card)}}}}};
}

}  // namespace tellfirst::notify::chat
