#include "notify/webhooks/payload.hpp"

#include "kernel/text.hpp"
#include "notify/webhooks/chat/chats.hpp"
#include "notify/webhooks/statuspage_body.hpp"

namespace tellfirst::notify {
namespace {

Json standard_body(PayloadOf const& of, Announcement const& words)
{
    std::string_view const mark = of.mark == Mark::test ? "test." : "";
    JsonObject data{
        {"id", words.about.text()},
        {"update", words.update.text()},
        {"title", marked(of, words.title)},
        {"state", words.state},
        {"services", to_json(words.service_names)},
        {"service_state", words.service_state},
        {"text", words.text},
        {"when", to_json(words.when)},
        {"started_at", to_json(words.started_at)},
        {"ended_at", to_json(words.ended_at)},
        {"data_safety", to_json(words.data_safety)},
        {"workaround", to_json(words.workaround)},
        {"workaround_url", to_json(words.workaround_url)},
        {"url", of.brand.url + "/"}};
    return JsonObject{
        {"type", fmt::format("{}{}", mark, type_of(words))},
        {"timestamp", to_rfc3339(of.said_at)},
        {"data", std::move(data)}};
}

// `said` is what a chat shows; the other dialects are made of more than words.
Json chat_body(Dialect dialect, chat::Words const& said)
{
    switch (dialect) {
    case Dialect::standard:
    case Dialect::statuspage: break;
    case Dialect::slack: return chat::slack_body(said);
    case Dialect::teams: return chat::teams_body(said);
    case Dialect::discord: return chat::discord_body(said);
    case Dialect::mattermost: return chat::mattermost_body(said);
    case Dialect::matrix: return chat::matrix_body(said);
    }
    return nullptr;
}

chat::Spoken spoken(PayloadOf const& of)
{
    return {.brand = of.brand, .reader = of.reader, .said_at = of.said_at};
}

std::string written(PayloadOf const& of, Announcement const& words)
{
    if (of.dialect == Dialect::standard)
        return write_json(standard_body(of, words));
    if (of.dialect == Dialect::statuspage)
        return write_json(statuspage_body(of, words));
    auto said = chat::words_of(spoken(of), words);
    said.line = marked(of, std::move(said.line));
    return write_json(chat_body(of.dialect, said));
}

}  // namespace

std::string marked(PayloadOf const& of, std::string text)
{
    return of.mark == Mark::test ? "[test] " + text : text;
}

std::string type_of(Announcement const& words)
{
    return (words.about.is_window() ? "window." : "incident.") + words.state;
}

std::string payload(PayloadOf const& of, Announcement const& words)
{
    auto body = written(of, words);
    auto shorter = words;
    // JSON may write a byte as six, so how much must go is found by trying.
    while (body.size() > most_payload_bytes && !shorter.text.empty()) {
        shorter.text.resize(cut_utf8(shorter.text, shorter.text.size() * 3 / 4).size());
        auto shown = shorter;
        shown.text += "\u2026";
        body = written(of, shown);
    }
    return body;
}

Reader
reader_of(std::optional<accounts::Account> const& account, accounts::ResolvedBrand const& brand)
{
    if (!account || account->contacts.empty())
        return {.language = words::language_of(brand.language)};
    auto const& first = account->contacts.front();
    return {.language = words::language_of(first.language), .zone = first.zone};
}

std::string ping_payload(PayloadOf const& of, WebhookId webhook)
{
    if (of.dialect == Dialect::statuspage)
        return write_json(statuspage_ping(of));
    if (of.dialect != Dialect::standard)
        return write_json(chat_body(of.dialect, chat::hello_of(spoken(of))));
    return write_json(JsonObject{
        {"type", "ping"},
        {"timestamp", to_rfc3339(of.said_at)},
        {"data", {{"webhook", webhook.text()}}}});
}

}  // namespace tellfirst::notify
