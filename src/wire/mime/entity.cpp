#include "wire/mime/entity.hpp"

#include "kernel/text.hpp"

#include <algorithm>
#include <cstring>

namespace tellfirst::mime {
namespace {

constexpr std::size_t longest_header_name = 200;

// With its line end.
std::string_view line_at(std::string_view text)
{
    auto const end = text.find('\n');
    return text.substr(0, end == std::string_view::npos ? end : end + 1);
}

// Length of the name in front of the colon; 0 where the line is no header.
std::size_t name_length(std::string_view line)
{
    auto const colon = line.substr(0, longest_header_name).find(':');
    if (colon == std::string_view::npos || colon == 0)
        return 0;
    auto const name = trim(line.substr(0, colon));
    bool const printable = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7f; });
    return printable && line.front() != ' ' && line.front() != '\t' ? name.size() : 0;
}

bool is_blank(std::string_view line)
{
    return line == "\n" || line == "\r\n" || line == "\r";
}

bool is_folded(std::string_view line)
{
    return line.starts_with(' ') || line.starts_with('\t');
}

// A line that is no header among headers: the rest of one whose fold got lost, if a header or the
// end of the headers comes next.
bool is_lost_fold(std::string_view rest)
{
    auto const next = line_at(rest.substr(line_at(rest).size()));
    return !next.empty() && name_length(next) > 0;
}

// memmem works in linear time; std::string_view::find does not, and nested multiparts search the
// same bytes again at every depth.
std::size_t find_from(std::string_view text, std::string_view wanted, std::size_t from)
{
    if (from > text.size())
        return std::string_view::npos;
    auto const rest = text.substr(from);
    void const* const found = memmem(rest.data(), rest.size(), wanted.data(), wanted.size());
    if (found == nullptr)
        return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<char const*>(found) - text.data());
}

}  // namespace

std::string_view Entity::get(std::string_view name) const
{
    auto const found = std::ranges::find(headers, name, &RawHeader::name);
    return found == headers.end() ? std::string_view{} : found->value;
}

Entity read_entity(std::string_view raw, std::size_t largest)
{
    Entity entity;
    auto rest = raw;
    while (!rest.empty()) {
        auto const line = line_at(rest);
        if (is_blank(line)) {
            rest.remove_prefix(line.size());
            break;
        }
        auto const taken = raw.size() - rest.size();
        auto const name = name_length(line);
        bool const first = entity.headers.empty();
        if (first && (line.starts_with("From ") || line.starts_with(">From "))) {
            rest.remove_prefix(line.size());  // the first line of a mailbox file's message
        } else if (taken + line.size() > largest) {
            entity.headers_too_large = true;
            rest.remove_prefix(line.size());
        } else if (!first && (is_folded(line) || (name == 0 && is_lost_fold(rest)))) {
            auto& value = entity.headers.back().value;
            auto const* const begin = value.data();
            value = {begin, static_cast<std::size_t>(line.data() + line.size() - begin)};
            rest.remove_prefix(line.size());
        } else if (name > 0) {
            auto const colon = line.find(':');
            entity.headers.push_back(
                {.name = ascii_lower(line.substr(0, name)), .value = line.substr(colon + 1)});
            rest.remove_prefix(line.size());
        } else {
            break;
        }
    }
    entity.body = rest;
    return entity;
}

std::vector<std::string_view>
split_parts(std::string_view body, std::string_view boundary, std::size_t most)
{
    std::vector<std::string_view> parts;
    std::string const delimiter = "--" + std::string{boundary};
    std::size_t begin = std::string_view::npos;  // of the part that is open
    auto const close = [&](std::size_t end) {
        if (begin == std::string_view::npos)
            return;
        auto part = body.substr(begin, end > begin ? end - begin : 0);
        // The line end in front of a delimiter belongs to the delimiter.
        if (end < body.size() && part.ends_with('\n'))
            part.remove_suffix(part.ends_with("\r\n") ? 2 : 1);
        parts.push_back(part);
    };
    for (auto at = find_from(body, delimiter, 0); at != std::string_view::npos;
         at = find_from(body, delimiter, at + delimiter.size())) {
        if (at > 0 && body[at - 1] != '\n')
            continue;
        auto const line = line_at(body.substr(at));
        auto const tail = trim(line.substr(delimiter.size()));
        if (!tail.empty() && tail != "--")
            continue;
        close(at);
        begin = at + line.size();
        if (tail == "--" || parts.size() > most)
            return parts;
    }
    close(body.size());
    return parts;
}

std::string_view guess_boundary(std::string_view body)
{
    constexpr std::size_t longest = 200;  // RFC 2046 allows 70
    while (!body.empty()) {
        auto const line = line_at(body);
        body.remove_prefix(line.size());
        auto const text = trim(line);
        if (text.size() > 2 && text.size() < longest && text.starts_with("--") &&
            ascii_lower(body.substr(0, 8)) == "content-")
            return text.substr(2);
    }
    return {};
}

}  // namespace tellfirst::mime
