#include "notify/compose.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/html.hpp"
#include "notify/wording.hpp"

#include <fmt/format.h>

namespace tellfirst::notify {
namespace {

// A subject is read in a list; nobody reads more of it there.
constexpr std::size_t longest_subject = 200;
// Of an X-Tellfirst-Service header, so that no naming can make a mail unreadable.
constexpr std::size_t longest_services_header = 400;
// With what is known of each.
constexpr std::size_t longest_services_row = 1000;
// Of a brand's name in the names of headers.
constexpr std::size_t longest_header_word = 40;
// Of a title above a text, in bytes.
constexpr std::size_t longest_title = 1000;
// Kept for the services in a first line even where everything else is long.
constexpr std::size_t fewest_service_characters = 20;

constexpr std::string_view red = "#c4362c";
constexpr std::string_view green = "#2c8a4b";
constexpr std::string_view blue = "#3b6fd4";

using Headers = std::vector<mime::Draft::Header>;

std::vector<Row> rows_of(Announcement const& words, Instant said_at, Reader const& reader)
{
    auto const& texts = texts_in(reader.language);
    std::vector<Row> rows;
    if (words.about.is_news())
        return rows;
    if (words.part_of)
        rows.push_back({texts.part_of, one_line(*words.part_of, longest_subject)});
    if (auto data = data_unknown_words(words, texts); !data.empty())
        rows.push_back({texts.data, std::move(data)});
    if (auto repeated = repeated_words(words, texts); !repeated.empty())
        rows.push_back({texts.repeated, std::move(repeated)});
    if (!words.service_names.empty())
        rows.push_back({texts.services, named_words(words, texts, longest_services_row)});
    // What a review holds is no state of a service.
    rows.push_back(
        {texts.state,
         words.state == "review" ? std::string{texts.back} : condition_words(words, texts)});
    bool const is_window = words.about.is_window();
    auto outlook = outlook_words(words, said_at, reader);
    // Of a window, and of what is over, it says no more than start and end.
    if (!outlook.empty() && !is_window && words.topic != accounts::Topic::recovery)
        rows.push_back({texts.expected, std::move(outlook)});
    if (words.when.next_word_at)
        rows.push_back({texts.next_word_label, full_moment(*words.when.next_word_at, reader)});
    std::ranges::move(times_of(words, reader), std::back_inserter(rows));
    return rows;
}

std::string_view accent_of(Announcement const& words)
{
    if (words.about.is_window() || words.about.is_news())
        return blue;
    return words.topic == accounts::Topic::recovery ? green : red;
}

std::string status_page(Voice const& voice)
{
    return voice.brand.url + "/";
}

// A name for a header of ours: "X-Tellfirst-State", and "X-Lens-State" in the mails of a partner,
// which name nobody else.
std::string own_header(Voice const& voice, std::string_view what)
{
    std::string word = voice.brand.is_default ? "Tellfirst" : "";
    if (!voice.brand.is_default)
        std::ranges::copy_if(
            voice.brand.name.substr(0, longest_header_word), std::back_inserter(word),
            [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return fmt::format("X-{}-{}", word.empty() ? "Status" : word, what);
}

// What a mail is made of.
struct Making {
    Notice const& notice;
    Announcement const& words;
    Voice const& voice;
    Reader const& reader;
    std::string const& hand_on;
};

// Of news the first line is the title, unless it was cut there.
std::string title_below(Announcement const& words)
{
    auto title = one_line(words.title, longest_title);
    if (words.about.is_news() && count_characters(title) <= longest_first_line)
        title.clear();
    return title;
}

std::string plain_body(Making const& made_of)
{
    auto const& [notice, words, voice, reader, hand_on] = made_of;
    auto const& texts = texts_in(reader.language);
    auto body = mime::literal(first_line(words, notice.at, reader)) + "\n\n";
    if (auto const data = data_words(words, texts); !data.empty())
        body += mime::literal(data) + "\n\n";
    body += "{{hello}}\n\n";
    if (auto const title = title_below(words); !title.empty())
        body += mime::literal(title) + "\n\n";
    if (auto const text = trim(words.text); !text.empty())
        body += mime::literal(text) + "\n\n";
    if (auto const helps = workaround_words(words, texts); !helps.empty())
        body += mime::literal(helps + (words.workaround_url ? "\n" + *words.workaround_url : "")) +
                "\n\n";
    for (auto const& row : rows_of(words, notice.at, reader))
        body += mime::literal(fmt::format("{}: {}\n", row.label, row.words));
    if (!words.about.is_news())
        body += mime::literal(
            fmt::format("{}: {}\n", texts.now_there, item_page(words, voice.brand, reader)));
    for (auto const& word : notice.earlier)
        body += mime::literal(fmt::format(
            "\n{}, {}:\n{}\n", texts.before, full_moment(word.at, reader), trim(word.text)));
    if (!hand_on.empty())
        body += mime::literal(fmt::format("\n{}:\n\n{}\n", texts.hand_on, hand_on));
    if (words.about.is_news())
        body.pop_back();  // there is an empty line already
    body += mime::literal("\n-- \n" + voice.brand.name + "\n");
    if (auto const help = help_words(voice.brand.contact); !help.empty())
        body += mime::literal(fmt::format("{}: {}\n", texts.help, help));
    body += mime::literal(fmt::format("{}: {}\n", texts.status_page, status_page(voice)));
    return body + fmt::format(
                      "{{{{why}}}}\n{}: {{{{unsubscribe}}}}\n{}: {{{{own}}}}\n", texts.stop,
                      texts.preferences);
}

// What is known of it, and where it stands; news is whole as it is.
std::string html_facts(Making const& made_of)
{
    auto const& [notice, words, voice, reader, hand_on] = made_of;
    if (words.about.is_news())
        return {};
    auto facts = fmt::format("<p style=\"{}\">", html_paragraph_style);
    for (auto const& row : rows_of(words, notice.at, reader))
        facts += fmt::format("{}: {}<br>\n", row.label, html_text(row.words));
    return facts + fmt::format(
                       "</p>\n<p style=\"{}\"><a href=\"{}\">{}</a></p>\n", html_paragraph_style,
                       html_text(item_page(words, voice.brand, reader)),
                       texts_in(reader.language).now_there);
}

std::string html_body(Making const& made_of)
{
    auto const& [notice, words, voice, reader, hand_on] = made_of;
    auto const& texts = texts_in(reader.language);
    HtmlMail mail{
        .language = texts.tag,
        .title = one_line(words.title, longest_subject),
        .band = band_of(voice.brand),
        .accent = std::string{accent_of(words)}};
    mail.body = fmt::format(
        "<p style=\"margin:0 0 16px 0;font-size:18px;line-height:26px;font-weight:600\">{}</p>\n",
        html_text(first_line(words, notice.at, reader)));
    if (auto const data = data_words(words, texts); !data.empty())
        mail.body += fmt::format(
            "<p style=\"{}\"><strong>{}</strong></p>\n", html_paragraph_style, html_text(data));
    mail.body += fmt::format("<p style=\"{}\">{{{{hello}}}}</p>\n", html_paragraph_style);
    if (auto const title = title_below(words); !title.empty())
        mail.body += fmt::format(
            "<p style=\"{}\"><strong>{}</strong></p>\n", html_paragraph_style, html_text(title));
    mail.body += html_markdown(words.text);
    if (auto const helps = workaround_words(words, texts); !helps.empty())
        mail.body += html_markdown(helps);
    if (words.workaround && words.workaround_url)
        mail.body += fmt::format(
            "<p style=\"{}\">{}</p>\n", html_paragraph_style, html_link(*words.workaround_url));
    mail.body += html_facts(made_of);
    for (auto const& word : notice.earlier)
        mail.body += fmt::format(
                         "<p style=\"{}\"><strong>{}</strong>, {}:</p>\n", html_paragraph_style,
                         texts.before, html_text(full_moment(word.at, reader))) +
                     html_markdown(word.text);
    if (!hand_on.empty())
        mail.body += fmt::format(
            "<p style=\"{}\"><strong>{}:</strong><br>\n{}</p>\n", html_paragraph_style,
            texts.hand_on, html_text(hand_on));
    auto const help = help_words(voice.brand.contact);
    mail.foot = fmt::format(
        "{} &middot; <a href=\"{}\">{}</a><br>\n{}{{{{why}}}}<br>\n"
        "<a href=\"{{{{unsubscribe}}}}\">{}</a> &middot; <a href=\"{{{{own}}}}\">{}</a>",
        html_text(voice.brand.name), html_text(status_page(voice)), texts.status_page,
        help.empty() ? "" : fmt::format("{}: {}<br>\n", texts.help, html_text(help)), texts.stop,
        texts.preferences);
    return html_mail(mail);
}

// What an incident or window is and how it stands, and the thread of its updates.
Headers facts_in_headers(Announcement const& words, Voice const& voice)
{
    bool const is_window = words.about.is_window();
    auto const root = fmt::format(
        "<{}.{}@{}>", words.about.text(), is_window ? "window" : "incident",
        voice.brand.mail_domain);
    Headers headers{
        {"In-Reply-To", root},
        {"References", root},
        {own_header(voice, is_window ? "Window" : "Incident"), words.about.text()},
        {own_header(voice, "State"), mime::literal(one_line(words.state, 40))},
        {own_header(voice, "Starts"), to_rfc3339(words.started_at)}};
    if (!words.service_names.empty())
        headers.push_back(
            {own_header(voice, "Service"),
             mime::literal(one_line(
                 fmt::format("{}", fmt::join(words.service_names, ", ")),
                 longest_services_header))});
    if (words.ended_at)
        headers.push_back({own_header(voice, "Ends"), to_rfc3339(*words.ended_at)});
    return headers;
}

// Machines that sort or act on notices read these (docs: notices).
Headers headers_of(Notice const& notice, Announcement const& words, Voice const& voice)
{
    Headers headers{
        {"From", mime::literal(mime::format_address(voice.brand.mail_name, voice.brand.mail_from))},
        {"To", "{{to}}"},
        {"Reply-To", mime::literal(voice.brand.mail_from.text())},
        {"Subject", mime::literal(fmt::format(
                        "{}[{}] {}", notice.kind == NoticeKind::test ? "[test] " : "",
                        one_line(words.tag, 40), one_line(words.title, longest_subject)))},
        {"Date", mime::format_date(notice.at)},
        {"Message-ID", "<{{message_id}}>"},
        {"List-Id", list_id(words.topic, voice.brand)},
        {"List-Unsubscribe",
         "<{{unsubscribe}}>, <mailto:unsubscribe+{{token}}@" + voice.brand.mail_domain + ">"},
        {"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"},
        {"Auto-Submitted", "auto-generated"},
        {"X-Auto-Response-Suppress", "All"}};
    if (words.about.is_news()) {
        headers.push_back({"Precedence", "bulk"});
        headers.push_back({own_header(voice, "News"), words.about.text()});
    } else {
        std::ranges::move(facts_in_headers(words, voice), std::back_inserter(headers));
    }
    return headers;
}

std::string why(Listener const& listener)
{
    auto const& texts = texts_in(listener.reader.language);
    if (listener.why == Why::news)
        return std::string{texts.why_news};
    if (listener.account_name.empty())
        return std::string{texts.why};
    auto const sentence = listener.why == Why::own       ? texts.why_own
                          : listener.why == Why::unknown ? texts.why_unknown
                                                         : texts.why_account;
    return fmt::format(
        fmt::runtime(sentence),
        fmt::arg("account", one_line(listener.account_name, longest_subject)));
}

}  // namespace

std::string list_id(accounts::Topic topic, accounts::ResolvedBrand const& brand)
{
    return fmt::format(
        "<{}.{}.{}>", name_of(topic), id_letters(brand.id.value()), brand.mail_domain);
}

std::string
item_page(Announcement const& words, accounts::ResolvedBrand const& brand, Reader const& reader)
{
    if (words.about.is_news())
        return brand.url + "/portal/inbox";
    auto const id = words.about.text();
    auto const below = !words.has_page.value_or(false)   ? "/portal"
                       : reader.language == Language::de ? "/de"
                                                         : "";
    return fmt::format(
        "{}{}/{}/{}", brand.url, below, words.about.is_window() ? "windows" : "incidents",
        id.substr(id.find('_') + 1));
}

std::string first_line(
    Announcement const& words, Instant said_at, Reader const& reader, std::size_t most_characters)
{
    auto const& texts = texts_in(reader.language);
    if (words.about.is_news())
        return cut_characters(one_line(words.title, longest_title), most_characters);
    auto const outlook = outlook_words(words, said_at, reader);
    auto const sentence = [&](std::string const& condition) {
        if (words.state == "resolved" && !outlook.empty())
            return ": " + outlook + ".";  // it says "working again", and since when
        return ": " + condition + (outlook.empty() ? "" : "; " + outlook) + ".";
    };
    auto const most = most_characters - fewest_service_characters;
    auto rest = sentence(condition_words(words, texts));
    if (count_characters(rest) > most)
        rest = sentence(short_condition_words(words, texts));
    auto const used = std::min(count_characters(rest), most);
    return cut_characters(
        services_words(words, texts, most_characters - used) + rest, most_characters);
}

Result<mime::Template> compile_announcement(
    Notice const& notice, Voice const& voice, Reader const& reader, Manner const& manner)
{
    auto const words = in_language(notice.body_as<Announcement>(), reader.language);
    if (manner.form == Form::first_line)
        return mime::compile(
            {.headers = headers_of(notice, words, voice),
             .text = mime::literal(first_line(words, notice.at, reader)) + "\n",
             .html = {}});
    Making const made_of{
        .notice = notice,
        .words = words,
        .voice = voice,
        .reader = reader,
        .hand_on = manner.hand_on};
    return mime::compile(
        {.headers = headers_of(notice, words, voice),
         .text = plain_body(made_of),
         .html = html_body(made_of)});
}

std::string fill_announcement(
    mime::Template const& compiled, Notice const& notice, Voice const& voice,
    Listener const& listener)
{
    auto const token = seal::unsubscribe_token(
        voice.secret, {.contact = ContactId{listener.id},
                       .topic = notice.topic.value_or(accounts::Topic::unplanned)});
    std::vector<std::string> values;
    for (auto const& slot : compiled.slots()) {
        if (slot == "hello")
            values.push_back(hello_words(
                listener.name, listener.address.text(), texts_in(listener.reader.language)));
        else if (slot == "why")
            values.push_back(why(listener));
        else if (slot == "to")
            values.push_back(mime::format_address(listener.name, listener.address));
        else if (slot == "token")
            values.push_back(token);
        else if (slot == "unsubscribe")
            values.push_back(voice.brand.url + "/u/" + token);
        else if (slot == "own")
            values.push_back(
                voice.brand.url + accounts::own_path(voice.secret, ContactId{listener.id}));
        else
            values.push_back(
                seal::message_id(voice.owner(), {.notice = notice.id, .recipient = listener.id}));
    }
    return compiled.fill(values);
}

}  // namespace tellfirst::notify
