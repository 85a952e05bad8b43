#include "tickets/repeated.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

namespace tellfirst::tickets {

namespace {

// NUL separates: it occurs in none of them.
std::string digest_of(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (auto const part : parts) {
        all += part;
        all += '\0';
    }
    return to_hex(sha256(all));
}

}  // namespace

std::string sameness(
    std::string_view sender, std::string_view message_id, std::string_view subject,
    std::string_view text)
{
    return digest_of(
        {ascii_lower(sender), message_id.empty() ? trim(subject) : message_id, trim(text)});
}

std::string sameness_of_text(std::string_view sender, std::string_view text)
{
    if (trim(text).empty())
        return {};
    return digest_of({ascii_lower(sender), trim(text)});
}

}  // namespace tellfirst::tickets
