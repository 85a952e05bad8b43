#include "notify/bounces/refused.hpp"

#include "notify/bounces/bounce_store.hpp"
#include "notify/bounces/harm.hpp"
#include "notify/bounces/suppress.hpp"

namespace tellfirst::notify {

bool is_no_mailbox(Fate const& fate)
{
    if (fate.state != State::failed || fate.code < 500)
        return false;
    auto const space = fate.reason.find(' ');  // "550 5.1.1 no such user"
    if (space == std::string::npos)
        return false;
    auto const status = mime::parse_status(std::string_view{fate.reason}.substr(space + 1));
    return status && harm_of(*status, static_cast<int>(fate.code)) == Harm::hard;
}

void count_refusals(Call& call, std::span<Settled const> settled)
{
    for (auto const& [delivery, fate] : settled) {
        if (!is_no_mailbox(fate))
            continue;
        auto const sent = store::find_sent(call.tx, delivery);
        auto const address =
            sent && sent->state == State::sending ? Email::parse(sent->address) : std::nullopt;
        if (address)
            suppress_gone(
                call, {.address = *address, .contact = sent->contact(), .words = fate.reason});
    }
}

}  // namespace tellfirst::notify
