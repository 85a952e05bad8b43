#include "wire/mime/encode.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

#include <fmt/chrono.h>

#include <array>

namespace tellfirst::mime {
namespace {

constexpr std::size_t widest_line = 78;  // RFC 5322 section 2.1.1
constexpr std::size_t longest_line = 998;
constexpr std::size_t widest_word = 75;  // RFC 2047 section 2
constexpr std::string_view hex = "0123456789ABCDEF";

bool is_control(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

// May stand in a header as it is: printable ASCII that nobody takes for an encoded word.
bool is_plain(std::string_view text)
{
    for (char const c : text)
        if (static_cast<unsigned char>(c) >= 0x80 || is_control(c))
            return false;
    return text.find("=?") == std::string_view::npos;
}

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void append_q(std::string& out, char c)
{
    auto const byte = static_cast<unsigned char>(c);
    if (is_letter_or_digit(c)) {
        out += c;
    } else if (c == ' ') {
        out += '_';
    } else {
        out += '=';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
}

// Adjacent encoded words, each a whole number of characters, joined by `glue`.
// The first has `taken` columns less.
std::string encoded_words(std::string_view text, std::size_t taken, std::string_view glue)
{
    std::string q;
    for (char const c : text)
        append_q(q, c);
    bool const quoted = q.size() <= (text.size() + 2) / 3 * 4;
    std::string_view const head = quoted ? "=?utf-8?q?" : "=?utf-8?b?";

    std::string words;
    std::size_t room = widest_word - std::min<std::size_t>(taken, 50) - head.size() - 2;
    while (!text.empty()) {
        auto chunk = cut_utf8(text, quoted ? room : room / 4 * 3);
        std::string payload;
        while (quoted) {
            payload.clear();
            for (char const c : chunk)
                append_q(payload, c);
            if (payload.size() <= room)
                break;
            chunk = cut_utf8(chunk, chunk.size() - 1);
        }
        if (chunk.empty())  // bytes that are no character: take them as they are
            chunk = text.substr(0, 1);
        if (!quoted)
            payload = to_base64(chunk);
        else if (payload.empty())
            append_q(payload, chunk.front());
        if (!words.empty())
            words += glue;
        words.append(head).append(payload).append("?=");
        text.remove_prefix(chunk.size());
        room = widest_word - head.size() - 2;
    }
    return words;
}

// A display name as a phrase of RFC 5322: atoms, a quoted string, or encoded words.
std::string phrase(std::string_view name)
{
    if (!is_plain(name))
        return encoded_words(name, 0, " ");
    bool const atoms = std::ranges::all_of(name, [](char c) {
        return is_letter_or_digit(c) || std::string_view{" !#$%&'*+-/=?^_`{|}~"}.contains(c);
    });
    if (atoms)
        return std::string{name};
    std::string quoted = "\"";
    for (char const c : name) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string without_controls(std::string_view text)
{
    std::string clean;
    for (char const c : text) {
        if (!is_control(c))
            clean += c;
        else if (!clean.empty() && clean.back() != ' ')
            clean += ' ';
    }
    return std::string{trim(clean)};
}

bool holds_addresses(std::string_view name)
{
    constexpr std::array<std::string_view, 6> names{"from", "to",       "cc",
                                                    "bcc",  "reply-to", "sender"};
    return std::ranges::find(names, ascii_lower(name)) != names.end();
}

// `Anna Müller <anna@example.test>` with its name made ASCII.
std::string encode_address(std::string_view text)
{
    auto const angle = text.rfind('<');
    if (angle == std::string_view::npos || angle == 0)
        return encoded_words(text, 0, " ");
    auto name = trim(text.substr(0, angle));
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    return phrase(name) + " " + std::string{text.substr(angle)};
}

// Breaks in front of a space that a word follows, so that no line holds white space only.
void append_folded(std::string& message, std::string_view text, std::size_t column)
{
    while (column + text.size() > widest_line) {
        std::size_t cut = std::string_view::npos;
        for (std::size_t i = 1; i + 1 < text.size(); ++i) {
            bool const gap = text[i] == ' ' && text[i + 1] != ' ' && text[i + 1] != '\t';
            if (gap && (cut == std::string_view::npos || column + i <= widest_line))
                cut = i;
            if (column + i > widest_line && cut != std::string_view::npos)
                break;
        }
        if (cut == std::string_view::npos)
            break;
        message.append(text.substr(0, cut)).append("\r\n");
        text.remove_prefix(cut);
        column = 0;
    }
    message.append(text).append("\r\n");
}

bool has_endless_word(std::string_view text)
{
    std::size_t run = 0;
    for (char const c : text) {
        run = c == ' ' || c == '\t' ? 0 : run + 1;
        if (run > longest_line - widest_line)
            return true;
    }
    return false;
}

}  // namespace

std::string format_address(std::string_view name, Email const& email)
{
    auto const clean = without_controls(name);
    if (clean.empty() || clean == email.text())
        return email.text();
    return phrase(clean) + " <" + email.text() + ">";
}

std::string format_date(Instant at)
{
    auto const second = std::chrono::floor<std::chrono::seconds>(at);
    return fmt::format(
        "{:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(second.time_since_epoch().count()));
}

std::string dot_stuff(std::string_view message)
{
    std::string stuffed;
    stuffed.reserve(message.size() + 16);
    if (message.starts_with('.'))
        stuffed += '.';
    for (auto at = message.find("\r\n."); at != std::string_view::npos;
         at = message.find("\r\n.")) {
        stuffed.append(message.substr(0, at + 2)).append(".");
        message.remove_prefix(at + 2);
    }
    return stuffed.append(message);
}

void append_header(std::string& message, std::string_view name, std::string_view text)
{
    std::string clean;
    if (std::ranges::any_of(text, is_control)) {
        clean = without_controls(text);
        text = clean;
    }
    text = trim(text);
    message.append(name).append(": ");
    auto const column = name.size() + 2;
    if (holds_addresses(name)) {
        bool const ascii = std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
        append_folded(message, ascii ? std::string{text} : encode_address(text), column);
    } else if (is_plain(text) && !has_endless_word(text)) {
        append_folded(message, text, column);
    } else {
        message.append(encoded_words(text, column, "\r\n ")).append("\r\n");
    }
}

void QuotedPrintable::unit(std::string_view bytes)
{
    if (column_ + bytes.size() > widest)
        soft_break();
    out_ += bytes;
    column_ += bytes.size();
}

void QuotedPrintable::plain(std::string_view text)
{
    while (!text.empty()) {
        if (column_ >= widest)
            soft_break();
        auto const fits = text.substr(0, widest - column_);
        out_ += fits;
        column_ += fits.size();
        text.remove_prefix(fits.size());
    }
}

void QuotedPrintable::soft_break()
{
    out_ += "=\r\n";
    column_ = 0;
}

// A space must not end a line: mail servers strip it.
void QuotedPrintable::guard_last_space()
{
    if (column_ == 0 || out_.empty() || (out_.back() != ' ' && out_.back() != '\t'))
        return;
    char const last = out_.back();
    out_.pop_back();
    out_ += last == ' ' ? "=20" : "=09";
}

void QuotedPrintable::line_end()
{
    guard_last_space();
    out_ += "\r\n";
    column_ = 0;
}

void QuotedPrintable::add(std::string_view text)
{
    auto const is_itself = [](char c) { return (c >= ' ' && c < 0x7f && c != '=') || c == '\t'; };
    while (!text.empty()) {
        auto const same =
            static_cast<std::size_t>(std::ranges::find_if_not(text, is_itself) - text.begin());
        plain(text.substr(0, same));
        text.remove_prefix(same);
        if (text.empty())
            return;
        auto const byte = static_cast<unsigned char>(text.front());
        if (byte == '\r' || byte == '\n') {
            text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
            line_end();
        } else {
            std::array<char, 3> const coded{'=', hex[byte >> 4], hex[byte & 15]};
            unit({coded.data(), coded.size()});
            text.remove_prefix(1);
        }
    }
}

void QuotedPrintable::add_encoded(std::string_view encoded, std::size_t first)
{
    if (encoded.empty())
        return;
    if (column_ > 0 && column_ + first > widest + 1)
        soft_break();
    if (first == 0)
        guard_last_space();
    out_ += encoded;
    auto const last = encoded.rfind("\r\n");
    column_ = last == std::string_view::npos ? column_ + encoded.size() : encoded.size() - last - 2;
}

}  // namespace tellfirst::mime
