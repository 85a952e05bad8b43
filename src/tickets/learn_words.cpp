#include "accounts/accounts.hpp"
#include "tickets/conversation.hpp"
#include "wire/words/search_words.hpp"

// Tickets are found by the words of their subject, their writer and his account, as they were when
// it was opened. A table of our own rather than the databases' full-text search: a prefix of a name
// is what people type, both databases answer it alike, and it costs a few short rows for a ticket.
namespace tellfirst::tickets {
namespace {

// A subject has at most 200 bytes; a name can be anything.
constexpr std::size_t most_words_of_ticket = 64;

}  // namespace

void learn_words(Call& call, Ticket const& ticket)
{
    std::string text = ticket.subject;
    if (auto const contact = accounts::find_contact(call.tx, ticket.contact))
        text += "\n" + contact->name + "\n" + contact->email.text();
    if (ticket.account)
        if (auto const account = accounts::find_account(call.tx, *ticket.account))
            text += "\n" + account->name;
    store::add_words(call.tx, ticket.id, words::search_words(text, most_words_of_ticket));
}

}  // namespace tellfirst::tickets
