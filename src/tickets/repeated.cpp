#include "tickets/repeated.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

namespace tellfirst::tickets {

std::string sameness(
    std::string_view sender, std::string_view message_id, std::string_view subject,
    std::string_view text)
{
    // NUL separates: it occurs in none of them.
    std::string all = ascii_lower(sender);
    all += '\0';
    all += message_id.empty() ? trim(subject) : message_id;
    all += '\0';
    all += trim(text);
    return to_hex(sha256(all));
}

}  // namespace tellfirst::tickets
