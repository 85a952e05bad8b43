#pragma once
// Which ticket does a mail belong to? Only what we gave its sender ourselves counts: the reply
// address of a ticket, or the Message-ID of a mail that went to him. A number in the subject, an
// equal subject or somebody else's Message-ID proves nothing; it is shown to the agent as "may
// belong to" and joins nothing.
#include "accounts/types.hpp"
#include "db/call.hpp"

namespace tellfirst::tickets {

struct Clues {
    accounts::Contact contact;  // who wrote
    std::string envelope_to;
    std::vector<std::string> in_reply_to;  // without brackets
    std::vector<std::string> references;
    std::string subject;
};

struct Thread {
    std::optional<TicketId> joins;
    std::optional<TicketId> follows;        // solved too long ago to be opened again
    std::optional<TicketId> may_belong_to;  // named, not proved
};

[[nodiscard]] Thread find_thread(Call& call, Clues const& clues);

// The number in "Re: where are my stats? [#1042]"; nothing where there is none.
[[nodiscard]] std::optional<std::int64_t> number_in(std::string_view subject);

}  // namespace tellfirst::tickets
