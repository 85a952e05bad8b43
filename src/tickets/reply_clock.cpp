#include "accounts/accounts.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {

std::optional<Instant> due_of(Call& call, std::optional<AccountId> account, ReplyClock clock)
{
    std::optional<accounts::PlanTerms> sold;
    if (account)
        sold = accounts::terms_of(call.tx, *account, call.now);
    auto const terms = sold.value_or(accounts::PlanTerms{});
    auto const allowance =
        clock == ReplyClock::first_reply ? terms.first_reply_minutes : terms.next_reply_minutes;
    if (!allowance)
        return std::nullopt;
    std::chrono::minutes const minutes{*allowance};
    if (terms.around_the_clock)
        return call.now + minutes;
    std::optional<accounts::Calendar> calendar;
    if (terms.calendar)
        calendar = accounts::find_calendar(call.tx, *terms.calendar);
    auto const due = promises::due_after(
        calendar ? *calendar : accounts::default_calendar(call.tx), minutes, call.now);
    // A calendar that cannot hold the allowance was refused when it was made; should one slip
    // through, the customer is better served by wall time than by no promise.
    return due ? *due : call.now + minutes;
}

void start_clock(Call& call, Ticket& ticket, ReplyClock clock)
{
    ticket.reply_due_at = due_of(call, ticket.account, clock);
    if (!ticket.reply_due_at)
        return;
    auto const source = clock == ReplyClock::first_reply ? promises::Source::first_reply
                                                         : promises::Source::next_reply;
    (void)promises::make(
        call, {.text = fmt::format("Answer ticket #{}", ticket.number),
               .to = ticket.contact.text(),
               .due_at = ticket.reply_due_at,
               .source = source,
               .about = ticket.id.text()})
        .value();
}

}  // namespace tellfirst::tickets
