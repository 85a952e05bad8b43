#include "accounts/oneself/own_link.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

// 120 bits: it opens a page on which something can be changed.
constexpr std::size_t seal_bytes = 15;

std::string token_of(std::string_view secret, ContactId contact)
{
    auto const letters = id_letters(contact.value());
    auto const mac = hmac_sha256(secret, "own-page:" + letters);
    return fmt::format("{}-{}", letters, to_hex(std::string_view{mac}.substr(0, seal_bytes)));
}

}  // namespace

std::string own_path(std::string_view secret, ContactId contact)
{
    return "/p/" + token_of(secret, contact);
}

std::optional<ContactId> read_own_token(std::string_view secret, std::string_view token)
{
    auto const contact = parse_id_letters(token.substr(0, token.find('-')));
    if (!contact || !equal_in_constant_time(token_of(secret, ContactId{*contact}), token))
        return std::nullopt;
    return ContactId{*contact};
}

}  // namespace tellfirst::accounts
