#include "notify/settling.hpp"

#include "notify/bounces/refused.hpp"
#include "notify/hours.hpp"

namespace tellfirst::notify {
namespace {

// Whoever looks for mails that may have left twice goes by these words alone.
void add_reason(Fate& fate, std::string const& why)
{
    if (fate.reason.empty())
        fate.reason = why;
    else if (fate.reason != may_have_left)
        fate.reason += "; " + why;
}

}  // namespace

Fate let_sleep(Fate fate, store::Sleeper const& who)
{
    auto const hours = db::from_value<accounts::QuietHours>(who.quiet);
    if (!fate.due_at || breaks_through(hours, who.topic.value_or(accounts::Topic::news)))
        return fate;
    auto const until = quiet_until(hours, who.zone, *fate.due_at);
    if (!until)
        return fate;
    if (*until <= who.useful_until) {
        fate.due_at = until;
        add_reason(fate, words_of_quiet(hours, Wakened::in_time));
        return fate;
    }
    fate.state = State::failed;
    fate.due_at = std::nullopt;
    fate.reason = "given up: " + words_of_quiet(hours, Wakened::too_late);
    return fate;
}

void settle(Call& call, std::span<Settled const> settled, Channel channel)
{
    std::vector<Settled> rested{settled.begin(), settled.end()};
    for (auto& [delivery, fate] : rested) {
        if (!fate.due_at)
            continue;
        if (auto const who = store::sleeper_of(call.tx, delivery, channel))
            fate = let_sleep(std::move(fate), *who);
    }
    if (channel == Channel::mail)
        count_refusals(call, rested);
    store::settle(call.tx, rested, channel);
}

}  // namespace tellfirst::notify
