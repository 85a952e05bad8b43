#include "wire/smtp/message.hpp"

#include <algorithm>

namespace tellfirst::smtp {
namespace {

constexpr std::size_t longest_path = 254;  // RFC 5321 4.5.3.1.3, without the brackets

}  // namespace

std::string compile(std::string_view message)
{
    std::string data;
    data.reserve(message.size() + message.size() / 32 + 2);
    bool const has_cr = message.contains('\r');  // what we compose has none
    while (!message.empty()) {
        // Looking for either at once would look at each byte by itself.
        auto const end_of_line = message.find('\n');
        auto const end =
            has_cr ? std::min(end_of_line, message.substr(0, end_of_line).find('\r')) : end_of_line;
        auto const line = message.substr(0, end);
        if (line.starts_with('.'))
            data += '.';
        data += line;
        data += "\r\n";
        if (end == std::string_view::npos)
            break;
        message.remove_prefix(end + (message.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    return data;
}

bool is_stuffed(std::string_view data)
{
    return data.starts_with("..") || data.contains("\r\n..");
}

std::string without_stuffing(std::string_view data)
{
    std::string text;
    text.reserve(data.size());
    bool at_line_start = true;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (at_line_start && data[i] == '.' && data.substr(i + 1, 1) == ".")
            ++i;
        text += data[i];
        at_line_start = data[i] == '\n';
    }
    return text;
}

bool is_compiled(std::string_view data)
{
    for (auto rest = data; !rest.empty();) {
        if (rest.starts_with('.') && !rest.starts_with(".."))
            return false;
        // The only CR of a line stands before its LF.
        auto const end = rest.find('\n');
        if (end == std::string_view::npos || end == 0 || rest.find('\r') != end - 1)
            return false;
        rest.remove_prefix(end + 1);
    }
    return true;
}

bool is_safe_path(std::string_view address)
{
    return address.size() <= longest_path && std::ranges::all_of(address, [](char c) {
               auto const byte = static_cast<unsigned char>(c);
               return byte > 0x20 && byte != 0x7f && c != '<' && c != '>';
           });
}

bool is_ascii(std::string_view text)
{
    unsigned char seen = 0;  // one pass without branches: this runs over every message
    for (char const c : text)
        seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
    return seen < 0x80;
}

}  // namespace tellfirst::smtp
