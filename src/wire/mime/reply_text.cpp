#include "wire/mime/reply_text.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tellfirst::mime {
namespace {

constexpr std::size_t longest_attribution = 400;
constexpr std::size_t most_attribution_lines = 3;  // "On ..., Anna Lee <a@b.test> wrote:" wraps

struct Line {
    std::string_view text;  // with its line end
    std::string bare;       // trimmed, in lower case, without the * of bold text
    bool folded = false;

    [[nodiscard]] bool is_blank() const { return bare.empty(); }
    [[nodiscard]] bool is_quote() const { return bare.starts_with('>'); }
};

using Lines = std::vector<Line>;

Lines lines_of(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto const line = text.substr(0, end == std::string_view::npos ? end : end + 1);
        text.remove_prefix(line.size());
        std::string bare = ascii_lower(trim(line));
        std::erase(bare, '*');
        lines.push_back({.text = line, .bare = std::move(bare)});
    }
    return lines;
}

bool has_digit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// "On Sat, 21 Nov 2026 at 10:00, Anna <a@b.test> wrote:" and its relatives, in lower case.
bool is_attribution(std::string_view text)
{
    if (!text.ends_with(':') || text.size() > longest_attribution)
        return false;
    bool const dated = has_digit(text);
    bool const addressed = text.contains('@');
    if (text.starts_with("on ") && text.ends_with(" wrote:"))
        return dated;
    if (text.starts_with("am ") && text.contains(" schrieb"))
        return dated;
    if (text.contains(" wrote on ") || text.contains(" schrieb am "))
        return dated;
    if (text.ends_with(" wrote:") || text.ends_with(" schrieb:"))
        return dated || addressed;
    // Yandex: 21.11.2026, 14:05, "Anna" <a@b.test>:   Gmail: 2026-11-21 14:05 GMT+01:00 Anna ...:
    bool const begins_with_date = text.size() > 10 && has_digit(text.substr(0, 1)) &&
                                  text.substr(0, 5).find_first_of(".-/") != text.npos;
    return begins_with_date && addressed && text.ends_with(">:");
}

// How many lines from `at` on introduce a quotation; 0 where none does.
std::size_t attribution_lines(Lines const& lines, std::size_t at)
{
    std::string joined;
    for (std::size_t count = 1; count <= most_attribution_lines; ++count) {
        if (at + count > lines.size())
            return 0;
        auto const& line = lines[at + count - 1];
        if (line.is_blank() || line.is_quote())
            return 0;
        joined += (joined.empty() ? "" : " ") + line.bare;
        if (is_attribution(joined)) {
            // Only these two beginnings are known to wrap: else a sentence in front is taken along.
            bool const wraps = joined.starts_with("on ") || joined.starts_with("am ") ||
                               has_digit(std::string_view{joined}.substr(0, 1));
            return count == 1 || wraps ? count : 0;
        }
    }
    return 0;
}

// Outlook puts the headers of the old mail above it, and no mark at its lines.
bool begins_header_block(Lines const& lines, std::size_t at)
{
    constexpr std::size_t reach = 6;
    if (!lines[at].bare.starts_with("from:") && !lines[at].bare.starts_with("von:"))
        return false;
    bool dated = false;
    bool addressed = false;
    for (auto i = at + 1; i < std::min(lines.size(), at + reach); ++i) {
        auto const begins = [&](auto const& words) {
            return std::ranges::any_of(
                words, [&](std::string_view word) { return lines[i].bare.starts_with(word); });
        };
        dated = dated || begins(std::array{"sent:", "date:", "gesendet:", "datum:"});
        addressed = addressed || begins(std::array{"to:", "subject:", "an:", "betreff:"});
    }
    return dated && addressed;
}

// "-----Original Message-----"
bool is_separator(std::string_view bare)
{
    if (!bare.starts_with("---") && !bare.starts_with("___"))
        return false;
    auto const first = bare.find_first_not_of("-_ ");
    if (first == std::string_view::npos)
        return false;
    auto const words = bare.substr(first, bare.find_last_not_of("-_ ") - first + 1);
    constexpr std::array<std::string_view, 5> known{
        "original message", "ursprüngliche nachricht", "originalnachricht", "original-nachricht",
        "original nachricht"};
    return std::ranges::find(known, words) != known.end();
}

bool is_forward(std::string_view bare)
{
    return bare.contains("forwarded message") || bare.contains("weitergeleitete nachricht") ||
           bare.contains("weitergeleiteten nachricht");
}

bool is_rule(std::string_view bare)
{
    return bare.size() >= 10 && bare.find_first_not_of("_-") == std::string_view::npos;
}

// What telephones sign with.
bool is_device_line(std::string_view bare)
{
    constexpr std::array<std::string_view, 10> beginnings{
        "sent from my ",
        "sent from outlook",
        "sent from mail for",
        "get outlook for ",
        "sent via ",
        "von meinem ",
        "gesendet von ",
        "gesendet mit ",
        "holen sie sich outlook",
        "diese nachricht wurde von meinem"};
    constexpr std::size_t longest = 100;  // more is a sentence
    bool const known = std::ranges::any_of(
        beginnings, [&](std::string_view words) { return bare.starts_with(words); });
    if (bare.starts_with("von meinem ") && !bare.contains("gesendet"))
        return false;
    return known && bare.size() < longest;
}

std::size_t next_text(Lines const& lines, std::size_t from)
{
    while (from < lines.size() && lines[from].is_blank())
        ++from;
    return from;
}

void fold_from(Lines& lines, std::size_t from)
{
    for (auto i = from; i < lines.size(); ++i)
        lines[i].folded = true;
}

// Marks everything but blank lines.
void mark(Lines& lines)
{
    bool said = false;          // something new was there already
    bool in_signature = false;  // until the next quotation
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        if (line.is_blank())
            continue;
        if (line.is_quote()) {
            line.folded = true;
            in_signature = false;
            continue;
        }
        if (is_forward(line.bare))
            return;
        if (auto const count = attribution_lines(lines, i); count > 0) {
            auto const next = next_text(lines, i + count);
            bool const quotes_follow = next < lines.size() && lines[next].is_quote();
            if (!quotes_follow && said)
                return fold_from(lines, i);
            if (quotes_follow) {
                for (auto k = i; k < i + count; ++k)
                    lines[k].folded = true;
                i += count - 1;
                continue;
            }
        }
        if (said && (is_separator(line.bare) || begins_header_block(lines, i))) {
            bool const ruled = i > 0 && is_rule(lines[i - 1].bare);
            return fold_from(lines, ruled ? i - 1 : i);
        }
        if (line.bare == "--")
            in_signature = true;
        line.folded = in_signature || is_device_line(line.bare);
        said = said || !line.folded;
    }
}

// Blank lines go with the line that follows, the last ones with the line before.
void mark_blanks(Lines& lines)
{
    bool folded = !lines.empty() && lines.back().folded;
    if (auto const last = std::ranges::find_if_not(lines.rbegin(), lines.rend(), &Line::is_blank);
        last != lines.rend())
        folded = last->folded;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->is_blank())
            line->folded = folded;
        folded = line->folded;
    }
}

}  // namespace

ReplyText split_reply(std::string_view text)
{
    auto lines = lines_of(text);
    mark(lines);
    mark_blanks(lines);
    ReplyText reply;
    bool something_new = false;
    for (auto const& line : lines) {
        (line.folded ? reply.folded : reply.newest) += line.text;
        something_new = something_new || (!line.folded && !line.is_blank());
    }
    if (!something_new)
        return {.newest = std::string{text}, .folded = {}};
    return reply;
}

}  // namespace tellfirst::mime
