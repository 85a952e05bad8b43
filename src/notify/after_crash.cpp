#include "notify/after_crash.hpp"

#include "notify/settling.hpp"

namespace tellfirst::notify {

void settle_after_crash(House const& house, SendingLog& log, Channel channel)
{
    auto const past = log.read();
    std::vector<Settled> known;
    for (auto const& [delivery, fate] : past)
        if (fate)
            known.push_back({delivery, *fate});

    house.write(Actor::system(), [&](Call& call) {
        settle(call, known, channel);
        std::vector<Settled> in_doubt;
        for (auto const& left : store::left_sending(call.tx, channel)) {
            Attempt const attempt{
                .delivery = {left.notice, left.recipient},
                .lane = left.lane,
                .attempts = left.attempts,
                .useful_until = left.useful_until};
            auto const what = past.contains(attempt.delivery) ? Known::handed : Known::never_left;
            in_doubt.push_back({attempt.delivery, fate_after_crash(attempt, what, call.now)});
        }
        settle(call, in_doubt, channel);
        store::cancel_older_epochs(call.tx, call.now);
    });
    log.restart({}, {});
}

}  // namespace tellfirst::notify
