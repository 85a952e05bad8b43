#include "wire/smtp/reply.hpp"

#include "kernel/text.hpp"

#include <algorithm>

namespace tellfirst::smtp {
namespace {

constexpr std::size_t longest_text = 200;  // of a reply, in proofs and logs

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The code that a reply line begins with, 0 where it does not.
int code_of(std::string_view line)
{
    if (line.size() < 3 || line[0] < '2' || line[0] > '5' || !is_digit(line[1]) ||
        !is_digit(line[2]) || (line.size() > 3 && line[3] != ' ' && line[3] != '-'))
        return 0;
    return (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
}

Problem bad_reply(std::string code)
{
    return {.kind = Refusal::malformed, .code = std::move(code)};
}

}  // namespace

std::string_view Reply::enhanced() const
{
    // class "." subject "." detail, each of at most three digits (RFC 3463 section 2)
    std::string_view const all = text;
    std::size_t at = 0;
    for (int part = 0; part < 3; ++part) {
        if (part > 0 && (at >= all.size() || all[at++] != '.'))
            return {};
        auto const start = at;
        while (at < all.size() && at - start < 3 && is_digit(all[at]))
            ++at;
        if (at == start)
            return {};
    }
    auto const ends = at == all.size() || all[at] == ' ' || all[at] == '\n';
    auto const in_class =
        all.size() > 1 && all[1] == '.' && std::string_view{"245"}.contains(all[0]);
    return ends && in_class ? all.substr(0, at) : std::string_view{};
}

std::string Reply::printable() const
{
    return smtp::printable(text);
}

Result<std::optional<Reply>> ReplyReader::next()
{
    while (true) {
        auto const end = bytes_.find('\n', at_);
        if ((end == std::string::npos ? bytes_.size() : end) - at_ > longest_line)
            return bad_reply("smtp.reply_too_long");
        if (end == std::string::npos) {
            bytes_.erase(0, at_);
            at_ = 0;
            return std::optional<Reply>{};
        }
        auto line = std::string_view{bytes_}.substr(at_, end - at_);
        at_ = end + 1;
        if (line.ends_with('\r'))
            line.remove_suffix(1);

        auto const code = code_of(line);
        if (code == 0 || (lines_ > 0 && code != reply_.code))
            return bad_reply("smtp.bad_reply");
        if (++lines_ > most_lines)
            return bad_reply("smtp.reply_too_long");
        if (lines_ > 1)
            reply_.text += '\n';
        reply_.code = code;
        reply_.text += line.substr(std::min<std::size_t>(line.size(), 4));
        if (line.size() > 3 && line[3] == '-')
            continue;
        lines_ = 0;
        return std::optional{std::exchange(reply_, {})};
    }
}

std::string printable(std::string_view text)
{
    // Cut roughly first: the peer may have sent 100 kB, and only the beginning is wanted.
    auto line = repair_utf8(text.substr(0, 2 * longest_text));
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return std::string{cut_utf8(line, longest_text)};
}

}  // namespace tellfirst::smtp
