#include "kernel/text.hpp"
#include "notify/compose.hpp"
#include "notify/html.hpp"
#include "notify/wording.hpp"

#include <fmt/format.h>

// A letter was written by somebody, or by a room above, and is complete: nothing is added to its
// words. Answers of people carry no Auto-Submitted; acknowledgements do, so that no machine
// answers them (RFC 3834).
namespace tellfirst::notify {
namespace {

constexpr std::size_t longest_subject = 500;
constexpr std::size_t most_references = 20;  // the newest; a header line ends somewhere
constexpr std::string_view default_accent = "#3b6fd4";

using Headers = std::vector<mime::Draft::Header>;

std::string bracketed(std::string_view message_id)
{
    return mime::literal("<" + one_line(message_id, 900) + ">");
}

std::string reference_chain(std::vector<std::string> const& references)
{
    auto const skipped =
        references.size() > most_references ? references.size() - most_references : 0;
    std::string chain;
    for (std::size_t i = skipped; i < references.size(); ++i)
        chain += (chain.empty() ? "" : " ") + bracketed(references[i]);
    return chain;
}

struct Words {
    std::string_view subject;
    std::string_view text;
};

std::string html_twin(Words const& words, Voice const& voice, Reader const& reader)
{
    return html_mail(
        {.language = texts_in(reader.language).tag,
         .title = one_line(words.subject, longest_subject),
         .accent = voice.brand.accent.value_or(std::string{default_accent}),
         .body = html_paragraphs(words.text)});
}

Headers address_headers(
    Notice const& notice, std::string_view subject, std::string const& message_id,
    Listener const& listener)
{
    return {
        {"To", mime::literal(mime::format_address(listener.name, listener.address))},
        {"Subject", mime::literal(one_line(subject, longest_subject))},
        {"Date", mime::format_date(notice.at)},
        {"Message-ID", bracketed(message_id)}};
}

void say_automatic(Headers& headers, std::string_view how)
{
    headers.push_back({"Auto-Submitted", std::string{how}});
    headers.push_back({"X-Auto-Response-Suppress", "All"});
}

mime::Draft
draft_of(Letter const& letter, Notice const& notice, Voice const& voice, Listener const& listener)
{
    auto const message_id =
        letter.message_id.empty()
            ? seal::message_id(voice.owner(), {.notice = notice.id, .recipient = listener.id})
            : letter.message_id;
    auto headers = address_headers(notice, letter.subject, message_id, listener);
    headers.push_back({"From", mime::literal(mime::format_address(letter.from_name, letter.from))});
    if (letter.reply_to)
        headers.push_back({"Reply-To", mime::literal(letter.reply_to->text())});
    if (!letter.in_reply_to.empty())
        headers.push_back({"In-Reply-To", bracketed(letter.in_reply_to)});
    if (!letter.references.empty())
        headers.push_back({"References", reference_chain(letter.references)});
    if (letter.automatic)
        say_automatic(headers, letter.in_reply_to.empty() ? "auto-generated" : "auto-replied");
    return {
        .headers = std::move(headers),
        .text = mime::literal(letter.text),
        .html = html_twin({letter.subject, letter.text}, voice, listener.reader)};
}

mime::Draft
draft_of(Page const& page, Notice const& notice, Voice const& voice, Listener const& listener)
{
    auto const message_id =
        seal::message_id(voice.owner(), {.notice = notice.id, .recipient = listener.id});
    auto headers = address_headers(notice, page.subject, message_id, listener);
    headers.push_back(
        {"From",
         mime::literal(mime::format_address(voice.brand.mail_name, voice.brand.mail_from))});
    say_automatic(headers, "auto-generated");
    return {
        .headers = std::move(headers),
        .text = mime::literal(page.text),
        .html = html_twin({page.subject, page.text}, voice, listener.reader)};
}

// Who reads a digest can stop what is gathered in it.
mime::Draft draft_of_digest(Notice const& notice, Voice const& voice, Listener const& listener)
{
    auto draft = draft_of(notice.body_as<Page>(), notice, voice, listener);
    auto const token = seal::unsubscribe_token(
        voice.secret, {.contact = ContactId{listener.id},
                       .topic = notice.topic.value_or(accounts::Topic::planned)});
    draft.headers.push_back(
        {"List-Id", list_id(notice.topic.value_or(accounts::Topic::planned), voice.brand)});
    draft.headers.push_back(
        {"List-Unsubscribe", mime::literal(fmt::format(
                                 "<{}/u/{}>, <mailto:unsubscribe+{}@{}>", voice.brand.url, token,
                                 token, voice.brand.mail_domain))});
    draft.headers.push_back({"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"});
    return draft;
}

}  // namespace

Result<std::string>
compose_letter(Notice const& notice, Voice const& voice, Listener const& listener)
{
    auto const draft = [&] {
        if (notice.kind == NoticeKind::digest)
            return draft_of_digest(notice, voice, listener);
        if (notice.kind == NoticeKind::page)
            return draft_of(notice.body_as<Page>(), notice, voice, listener);
        return draft_of(notice.body_as<Letter>(), notice, voice, listener);
    }();
    auto const compiled = mime::compile(draft);
    if (!compiled)
        return compiled.error();
    return compiled->fill({});
}

}  // namespace tellfirst::notify
