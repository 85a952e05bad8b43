#include "tickets/thread.hpp"

#include "accounts/accounts.hpp"
#include "tickets/conversation.hpp"

#include <charconv>

namespace tellfirst::tickets {
namespace {

bool is_one_of_them(Ticket const& ticket, accounts::Contact const& contact)
{
    return ticket.contact == contact.id || (ticket.account && ticket.account == contact.account);
}

// The ticket that the sender can prove to have been written to about; `named` is one that he
// names without proof.
struct Proof {
    std::optional<Ticket> proved;
    std::optional<TicketId> named;
};

Proof by_reply_address(Call& call, Clues const& clues)
{
    auto const named = seal::ticket_named_in(clues.envelope_to);
    auto const ticket = named ? store::find_ticket(call.tx, *named) : std::nullopt;
    if (!ticket || !seal::is_reply_address(
                       call.settings.secret, clues.envelope_to, ticket->id, ticket->contact))
        return {};
    if (is_one_of_them(*ticket, clues.contact))
        return {.proved = ticket, .named = {}};
    return {.proved = {}, .named = ticket->id};
}

Proof by_message_id(Call& call, Clues const& clues)
{
    auto ids = clues.in_reply_to;
    ids.insert(ids.end(), clues.references.rbegin(), clues.references.rend());
    Proof proof;
    for (auto const& id : ids) {
        auto const named = seal::ticket_of_message_id(call.settings.secret, id);
        auto const ticket = named ? store::find_ticket(call.tx, *named) : std::nullopt;
        if (!ticket)
            continue;
        if (is_one_of_them(*ticket, clues.contact))
            return {.proved = ticket, .named = {}};
        proof.named = ticket->id;
    }
    return proof;
}

bool may_open_again(Call& call, Ticket const& ticket)
{
    if (ticket.state != State::solved)
        return true;
    auto terms = accounts::PlanTerms{};
    if (ticket.account)
        terms = accounts::terms_of(call.tx, *ticket.account, call.now).value_or(terms);
    return call.now <= ticket.changed_at + std::chrono::days{terms.reopen_days};
}

}  // namespace

std::optional<std::int64_t> number_in(std::string_view subject)
{
    auto const open = subject.rfind("[#");
    if (open == std::string_view::npos)
        return std::nullopt;
    auto const digits = subject.substr(open + 2);
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end == digits.data() + digits.size() || *end != ']' || number <= 0)
        return std::nullopt;
    return number;
}

Thread find_thread(Call& call, Clues const& clues)
{
    auto proof = by_reply_address(call, clues);
    if (!proof.proved) {
        auto other = by_message_id(call, clues);
        proof.proved = std::move(other.proved);
        if (!proof.named)
            proof.named = other.named;
    }
    if (proof.proved) {
        if (may_open_again(call, *proof.proved))
            return {.joins = proof.proved->id};
        return {.follows = proof.proved->id};
    }
    if (!proof.named)
        if (auto const number = number_in(clues.subject))
            if (auto const ticket = store::find_numbered(call.tx, *number))
                proof.named = ticket->id;
    return {.may_belong_to = proof.named};
}

}  // namespace tellfirst::tickets
