#pragma once
// Names of ours that come back in a customer's answer. Each carries the ticket and a seal (an HMAC
// under the secret of the settings), so nobody can make one for a ticket that he was not written
// about, and no table has to remember them.
#include "kernel/ids.hpp"

#include <string>
#include <string_view>

namespace tellfirst::tickets::seal {

// The secret is the house's; the domain is that of the brand in whose name the mail leaves. Only
// the secret proves anything: a brand may get another domain, and what it has sent goes on to
// count.
struct Owner {
    std::string_view secret;
    std::string_view domain;
};

// "TICKET.ENTRY.SEAL@domain", without angle brackets: the mail of one entry.
[[nodiscard]] std::string message_id(Owner owner, TicketId ticket, EntryId entry);

// The ticket of a Message-ID that we made; nothing for anybody else's.
[[nodiscard]] std::optional<TicketId>
ticket_of_message_id(std::string_view secret, std::string_view id);

// "reply+TICKET-SEAL@domain": where one contact's answers to one ticket go. Lower case only,
// because mail servers may fold case.
[[nodiscard]] std::string reply_address(Owner owner, TicketId ticket, ContactId contact);

// The ticket that such an address names, whoever made it; is_reply_address says whether we did.
[[nodiscard]] std::optional<TicketId> ticket_named_in(std::string_view address);
[[nodiscard]] bool is_reply_address(
    std::string_view secret, std::string_view address, TicketId ticket, ContactId contact);

}  // namespace tellfirst::tickets::seal
