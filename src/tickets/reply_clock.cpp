#include "accounts/accounts.hpp"
#include "tickets/conversation.hpp"

namespace tellfirst::tickets {

std::optional<Allowed> allowed_for(db::Tx& tx, Asked const& asked)
{
    std::optional<accounts::PlanTerms> sold;
    if (asked.account)
        sold = accounts::terms_of(tx, *asked.account, asked.at);
    auto const terms = sold.value_or(accounts::PlanTerms{});
    auto const minutes = asked.clock == ReplyClock::first_reply ? terms.first_reply_minutes
                                                                : terms.next_reply_minutes;
    if (!minutes)
        return std::nullopt;
    Allowed allowed{.allowance = std::chrono::minutes{*minutes}, .calendar = {}, .counted = {}};
    std::vector<promises::Stretch> const wall_time{{asked.at, asked.at + allowed.allowance}};
    if (terms.around_the_clock) {
        allowed.counted = wall_time;
        return allowed;
    }
    if (terms.calendar)
        allowed.calendar = accounts::find_calendar(tx, *terms.calendar);
    if (!allowed.calendar)
        allowed.calendar = accounts::default_calendar(tx);
    // A calendar that cannot hold the allowance was refused when it was made; should one slip
    // through, the customer is better served by wall time than by no promise.
    auto counted = promises::counted_after(*allowed.calendar, allowed.allowance, asked.at);
    allowed.counted = counted ? *std::move(counted) : wall_time;
    return allowed;
}

void start_clock(Call& call, Ticket& ticket, ReplyClock clock)
{
    auto const allowed =
        allowed_for(call.tx, {.account = ticket.account, .clock = clock, .at = call.now});
    ticket.reply_due_at.reset();
    if (!allowed)
        return;
    ticket.reply_due_at = allowed->counted.back().closes;
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

std::optional<promises::Promise> promised_reply(db::Tx& tx, TicketId id)
{
    for (auto const& promise : promises::about(tx, id.text()))
        if (!promise.settled_at && (promise.source == promises::Source::first_reply ||
                                    promise.source == promises::Source::next_reply))
            return promise;
    return std::nullopt;
}

}  // namespace tellfirst::tickets
