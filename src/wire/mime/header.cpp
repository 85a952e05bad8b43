#include "wire/mime/header.hpp"

#include "kernel/text.hpp"
#include "wire/mime/charset.hpp"
#include "wire/mime/transfer.hpp"

#include <gmime/gmime-utils.h>

#include <algorithm>

namespace tellfirst::mime {
namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::size_t longest_word = 1000;  // RFC 2047 allows 75
constexpr std::size_t most_ids = 1'000;     // of the longest thread that we follow

// One encoded word at the begin of a text (RFC 2047 section 2), read generously: spaces inside,
// a language tag, no space around it.
struct Word {
    std::string_view charset;
    char encoding = 'Q';
    std::string_view payload;
    std::size_t length = 0;  // of the whole word
};

std::optional<Word> encoded_word(std::string_view text)
{
    text = text.substr(0, longest_word);
    if (!text.starts_with("=?"))
        return std::nullopt;
    auto const charset = text.find('?', 2);
    if (charset == std::string_view::npos || charset == 2 || charset + 3 >= text.size() ||
        text[charset + 2] != '?' || text.substr(2, charset - 2).find_first_of(white) != text.npos)
        return std::nullopt;
    auto const encoding = static_cast<char>(text[charset + 1] & ~0x20);
    auto const end = text.find("?=", charset + 3);
    if (end == std::string_view::npos || (encoding != 'Q' && encoding != 'B'))
        return std::nullopt;
    auto const name = text.substr(2, charset - 2);
    return Word{
        .charset = name.substr(0, name.find('*')),
        .encoding = encoding,
        .payload = text.substr(charset + 3, end - charset - 3),
        .length = end + 2};
}

// Neighbouring words of one charset: their bytes are put together before the charset is undone.
// Base64 may even be cut in the middle of a group, so such payloads are put together first.
struct Run {
    std::string charset;
    std::string bytes;
    std::string base64;

    void settle()
    {
        bytes += from_base64(base64);
        base64.clear();
    }

    void add(Word const& word)
    {
        if (word.encoding == 'B') {
            if (base64.ends_with('=') || base64.size() % 4 == 0)
                settle();
            base64 += word.payload;
            return;
        }
        settle();
        std::string quoted{word.payload};
        std::ranges::replace(quoted, '_', ' ');
        if (quoted.ends_with(' '))
            quoted.replace(quoted.size() - 1, 1, "=20");  // or it would count as padding
        bytes += from_quoted_printable(quoted);
    }

    [[nodiscard]] std::string text()
    {
        settle();
        return to_utf8(bytes, charset);
    }
};

std::string unfolded(std::string_view raw)
{
    std::string line;
    line.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\r' || raw[i] == '\n')
            continue;
        bool const fold = i > 0 && raw[i - 1] == '\n';
        line += fold && raw[i] == '\t' ? ' ' : raw[i];
    }
    return line;
}

std::string tidy(std::string text)
{
    for (char& c : text)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
            c = ' ';
    return std::string{trim(text)};
}

std::string decode_words(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        auto const start = std::min(text.find("=?"), text.size());
        out += to_utf8(text.substr(0, start), "");
        text.remove_prefix(start);
        auto word = encoded_word(text);
        if (!word) {
            out += text.substr(0, 2);
            text.remove_prefix(std::min<std::size_t>(2, text.size()));
            continue;
        }
        Run run{.charset = ascii_lower(word->charset), .bytes = {}, .base64 = {}};
        while (word) {
            if (auto const charset = ascii_lower(word->charset); charset != run.charset) {
                out += run.text();
                run = Run{.charset = charset, .bytes = {}, .base64 = {}};
            }
            run.add(*word);
            text.remove_prefix(word->length);
            auto const next = std::min(text.find_first_not_of(white), text.size());
            word = encoded_word(text.substr(next));
            if (word)
                text.remove_prefix(next);  // white space between two words is not text
        }
        out += run.text();
    }
    return out;
}

}  // namespace

std::string decode_header(std::string_view raw)
{
    return tidy(decode_words(unfolded(raw)));
}

std::vector<std::string> parse_ids(std::string_view raw)
{
    std::vector<std::string> ids;
    auto const add = [&](std::string_view id) {
        std::string clean = tidy(to_utf8(id, ""));
        std::erase_if(clean, [](char c) { return c == ' ' || c == '\t'; });
        if (!clean.empty() && std::ranges::find(ids, clean) == ids.end() && ids.size() < most_ids)
            ids.push_back(std::move(clean));
    };
    if (raw.contains('<')) {
        for (auto at = raw.find('<'); at != std::string_view::npos; at = raw.find('<')) {
            raw.remove_prefix(at + 1);
            auto const end = std::min(raw.find_first_of("<>"), raw.size());
            add(raw.substr(0, end));
            raw.remove_prefix(end);
        }
        return ids;
    }
    while (!raw.empty()) {
        auto const start = std::min(raw.find_first_not_of(white), raw.size());
        raw.remove_prefix(start);
        auto const end = std::min(raw.find_first_of(white), raw.size());
        if (raw.substr(0, end).contains('@'))
            add(raw.substr(0, end));
        raw.remove_prefix(end);
    }
    return ids;
}

std::optional<Instant> parse_date(std::string_view raw)
{
    auto const text = decode_header(raw);
    auto* const date = g_mime_utils_header_decode_date(text.c_str());
    if (date == nullptr)
        return std::nullopt;
    auto const seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    if (seconds <= 0)
        return std::nullopt;
    return Instant{std::chrono::seconds{seconds}};
}

}  // namespace tellfirst::mime
