#include "wire/feed/xml.hpp"

#include "kernel/text.hpp"

#include <fmt/format.h>

namespace tellfirst::feed {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

bool is_forbidden(unsigned char c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string escape_xml(std::string_view text)
{
    auto const repaired = repair_utf8(text);
    std::string escaped;
    escaped.reserve(repaired.size() + repaired.size() / 8);
    for (std::size_t at = 0; at < repaired.size(); ++at) {
        auto const rest = std::string_view{repaired}.substr(at);
        if (rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf")) {
            escaped += replacement;  // U+FFFE, U+FFFF
            at += 2;
            continue;
        }
        char const c = rest.front();
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        case '\r': escaped += "&#13;"; break;  // a bare one would be read as a line feed
        default:
            if (is_forbidden(static_cast<unsigned char>(c)))
                escaped += replacement;
            else
                escaped += c;
        }
    }
    return escaped;
}

std::string element(std::string_view name, std::string_view text)
{
    return fmt::format("<{0}>{1}</{0}>", name, escape_xml(text));
}

}  // namespace tellfirst::feed
