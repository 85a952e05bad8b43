#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/notify.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {
namespace {

// References grow with each answer; mail programs thread by the newest ones.
constexpr int most_references = 20;

// He gets his answer from the address that he wrote to, unless that was one of our made-up ones, or
// another brand's: a partner's customer never reads the vendor's address.
Email from_address(accounts::ResolvedBrand const& brand, Ticket const& ticket)
{
    if (auto const wrote_to = Email::parse(ticket.address);
        wrote_to && !wrote_to->text().contains('+') &&
        ascii_lower(wrote_to->domain()) == brand.mail_domain)
        return *wrote_to;
    return brand.mail_from;
}

}  // namespace

Said say(Call& call, Ticket const& ticket, Saying const& saying)
{
    Entry const entry{
        .id = call.new_id<EntryId>(),
        .kind = saying.kind,
        .author = saying.author,
        .text = saying.text,
        .at = call.now};
    auto const brand = accounts::brand_of(call, ticket.contact);
    seal::Owner const owner{.secret = call.settings.secret, .domain = brand.mail_domain};
    auto const message_id = seal::message_id(owner, ticket.id, entry.id);
    auto references = store::message_ids(call.tx, ticket.id, most_references);
    notify::Letter letter{
        .to = ticket.contact,
        .from = from_address(brand, ticket),
        .from_name = brand.mail_name,
        .reply_to = Email::parse(seal::reply_address(owner, ticket.id, ticket.contact)),
        .subject = saying.subject.empty()
                       ? fmt::format("Re: {} [#{}]", ticket.subject, ticket.number)
                       : saying.subject,
        .text = saying.text,
        .message_id = message_id,
        .in_reply_to = store::last_message_of_customer(call.tx, ticket.id),
        .references = std::move(references),
        .automatic = saying.automatic,
        .about = ticket.id.text(),
        .key = entry.id.text()};
    auto const notice = notify::send(call, letter, saying.undo);
    store::add_entry(call.tx, {.ticket = ticket.id, .entry = entry, .message_id = message_id});
    call.tell(EntryAdded{.ticket = ticket.id, .entry = entry.id});
    return {.entry = entry.id, .notice = notice};
}

}  // namespace tellfirst::tickets
