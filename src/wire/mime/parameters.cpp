#include "kernel/text.hpp"
#include "wire/mime/charset.hpp"
#include "wire/mime/header.hpp"

#include <algorithm>
#include <charconv>

namespace tellfirst::mime {
namespace {

int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    auto const lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int const high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        int const low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

// `name*2*=...` as its parts (RFC 2231 sections 3 and 4).
struct Name {
    std::string base;
    int section = 0;
    bool continued = false;  // a part of several
    bool extended = false;   // charset'language'%41
};

Name split_name(std::string_view text)
{
    Name name{.base = ascii_lower(trim(text))};
    if (name.base.ends_with('*')) {
        name.extended = true;
        name.base.pop_back();
    }
    auto const star = name.base.rfind('*');
    if (star == std::string::npos)
        return name;
    auto const* const begin = name.base.data() + star + 1;
    auto const* const end = name.base.data() + name.base.size();
    auto const [stop, error] = std::from_chars(begin, end, name.section);
    if (error == std::errc{} && stop == end && name.section >= 0) {
        name.continued = true;
        name.base.resize(star);
    }
    return name;
}

struct Section {
    std::string text;
    bool extended = false;
};

// The value at the begin of `rest`, quoted or not; moves behind it. A backslash only escapes what
// needs it: old programs send whole Windows paths.
std::string take_value(std::string_view& rest)
{
    std::string value;
    if (!rest.starts_with('"')) {
        auto const end = std::min(rest.find(';'), rest.size());
        value = trim(rest.substr(0, end));
        rest.remove_prefix(end);
        return value;
    }
    std::size_t i = 1;
    for (; i < rest.size() && rest[i] != '"'; ++i) {
        if (rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\'))
            ++i;
        if (rest[i] != '\r' && rest[i] != '\n')
            value += rest[i];
    }
    rest.remove_prefix(std::min(i + 1, rest.size()));
    return value;
}

std::string joined(std::map<int, Section> const& sections)
{
    std::string bytes;
    std::string charset;
    bool first = true;
    for (auto const& [number, section] : sections) {
        std::string_view text = section.text;
        if (first && section.extended && std::ranges::count(text, '\'') >= 2) {
            charset = text.substr(0, text.find('\''));
            text.remove_prefix(text.find('\'') + 1);
            text.remove_prefix(text.find('\'') + 1);
        }
        bytes += section.extended ? percent_decoded(text) : std::string{text};
        first = false;
    }
    return to_utf8(bytes, charset);
}

}  // namespace

std::string Parameters::get(std::string_view name) const
{
    auto const found = named.find(name);
    return found == named.end() ? std::string{} : found->second;
}

Parameters parse_parameters(std::string_view raw)
{
    Parameters parameters;
    auto rest = trim(raw);
    // Some forget the semicolon: "text/plain charset=utf-8".
    auto const value_end = std::min(rest.find_first_of("; \t\r\n"), rest.size());
    parameters.value = ascii_lower(to_utf8(rest.substr(0, value_end), ""));
    rest.remove_prefix(value_end);

    std::map<std::string, std::map<int, Section>, std::less<>> pieces;
    int continuations = 0;
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of("; \t\r\n"), rest.size()));
        auto const end = std::min(rest.find_first_of("=;"), rest.size());
        auto const name = split_name(rest.substr(0, end));
        rest.remove_prefix(end);
        if (!rest.starts_with('='))
            continue;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        auto value = take_value(rest);
        if (name.continued || name.extended) {
            if (++continuations > most_continuations)
                parameters.too_many = true;
            else
                pieces[name.base].try_emplace(name.section, Section{value, name.extended});
        } else {
            parameters.named.try_emplace(name.base, decode_header(value));
        }
    }
    for (auto const& [name, sections] : pieces)
        parameters.named.insert_or_assign(name, decode_header(joined(sections)));
    return parameters;
}

}  // namespace tellfirst::mime
