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

// What stands before the @ of a Message-ID and of an address to answer to.
std::string sealed_name(std::string_view secret, TicketId ticket, EntryId entry)
{
    auto const name = fmt::format("{}.{}", id_letters(ticket.value()), id_letters(entry.value()));
    return fmt::format("{}.{}", name, seal_of(secret, "ticket-mail", name));
}

std::string sealed_box(std::string_view secret, TicketId ticket, ContactId contact)
{
    auto const letters = id_letters(ticket.value());
    auto const sealed = fmt::format("{}.{}", letters, id_letters(contact.value()));
    return fmt::format("{}{}-{}", reply_prefix, letters, seal_of(secret, "reply-address", sealed));
}

}  // namespace

std::string message_id(Owner owner, TicketId ticket, EntryId entry)
{
    return fmt::format("{}@{}", sealed_name(owner.secret, ticket, entry), owner.domain);
}

std::optional<TicketId> ticket_of_message_id(std::string_view secret, std::string_view id)
{
    auto const at = id.rfind('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    auto const name = id.substr(0, at);
    auto const parts = split(name, '.');
    if (parts.size() != 3)
        return std::nullopt;
    auto const ticket = parse_id_letters(parts[0]);
    auto const entry = parse_id_letters(parts[1]);
    if (!ticket || !entry ||
        !equal_in_constant_time(name, sealed_name(secret, TicketId{*ticket}, EntryId{*entry})))
        return std::nullopt;
    return TicketId{*ticket};
}

std::string reply_address(Owner owner, TicketId ticket, ContactId contact)
{
    return fmt::format("{}@{}", sealed_box(owner.secret, ticket, contact), owner.domain);
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

bool is_reply_address(
    std::string_view secret, std::string_view address, TicketId ticket, ContactId contact)
{
    auto const box = ascii_lower(address.substr(0, address.rfind('@')));
    return equal_in_constant_time(box, sealed_box(secret, ticket, contact));
}

}  // namespace tellfirst::tickets::seal
