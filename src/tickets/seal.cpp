#include "tickets/seal.hpp"

#include "kernel/digest.hpp"
#include "kernel/text.hpp"

#include <fmt/format.h>

namespace tellfirst::tickets::seal {
namespace {

// 80 bits: a guess is right once in 10^24 mails.
constexpr std::size_t seal_bytes = 10;

constexpr std::string_view reply_prefix = "reply+";

std::string seal_of(std::string_view secret, std::string_view purpose, std::string_view text)
{
    auto const digest = hmac_sha256(secret, fmt::format("{}:{}", purpose, text));
    return to_hex(std::string_view{digest}.substr(0, seal_bytes));
}

}  // namespace

std::string message_id(Owner owner, TicketId ticket, EntryId entry)
{
    auto const name = fmt::format("{}.{}", id_letters(ticket.value()), id_letters(entry.value()));
    return fmt::format("{}.{}@{}", name, seal_of(owner.secret, "ticket-mail", name), owner.domain);
}

std::optional<TicketId> ticket_of_message_id(Owner owner, std::string_view id)
{
    auto const at = id.rfind('@');
    if (at == std::string_view::npos || ascii_lower(id.substr(at + 1)) != owner.domain)
        return std::nullopt;
    auto const parts = split(id.substr(0, at), '.');
    if (parts.size() != 3)
        return std::nullopt;
    auto const ticket = parse_id_letters(parts[0]);
    auto const entry = parse_id_letters(parts[1]);
    if (!ticket || !entry ||
        !equal_in_constant_time(id, message_id(owner, TicketId{*ticket}, EntryId{*entry})))
        return std::nullopt;
    return TicketId{*ticket};
}

std::string reply_address(Owner owner, TicketId ticket, ContactId contact)
{
    auto const letters = id_letters(ticket.value());
    auto const sealed = fmt::format("{}.{}", letters, id_letters(contact.value()));
    return fmt::format(
        "{}{}-{}@{}", reply_prefix, letters, seal_of(owner.secret, "reply-address", sealed),
        owner.domain);
}

std::optional<TicketId> ticket_named_in(std::string_view address)
{
    auto const lower = ascii_lower(address);
    if (!lower.starts_with(reply_prefix))
        return std::nullopt;
    auto const name = std::string_view{lower}.substr(reply_prefix.size());
    auto const value = parse_id_letters(name.substr(0, name.find('-')));
    return value ? std::optional{TicketId{*value}} : std::nullopt;
}

bool is_reply_address(Owner owner, std::string_view address, TicketId ticket, ContactId contact)
{
    return equal_in_constant_time(ascii_lower(address), reply_address(owner, ticket, contact));
}

}  // namespace tellfirst::tickets::seal
