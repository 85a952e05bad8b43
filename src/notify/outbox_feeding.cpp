// From the database into the lanes, and from the lanes to the sender.
#include "kernel/log.hpp"
#include "notify/digest/digest_store.hpp"
#include "notify/digest/gather.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/outbox.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t largest_claim = 500;
constexpr std::size_t probes = 1;   // of a lane, while no relay answers
constexpr auto look_again = 250ms;  // a clock can be set without anybody waking us
constexpr auto after_trouble = 1s;

}  // namespace

std::vector<smtp::Outgoing> Outbox::Inside::pull(std::size_t want)
{
    std::lock_guard const held{lock};
    std::vector<smtp::Outgoing> outgoing;
    std::vector<seal::Delivery> deliveries;
    for (auto& composed : lanes.take(want)) {
        handed.emplace(++last_token, composed.attempt);
        deliveries.push_back(composed.attempt.delivery);
        outgoing.push_back(
            {.token = last_token,
             .from = std::move(composed.from),
             .to = std::move(composed.to),
             .data = std::move(composed.data)});
    }
    log.add_handed(deliveries);
    if (more_is_due)
        for_feeder.notify_one();
    return outgoing;
}

Outbox::Inside::Limits Outbox::Inside::limits() const
{
    Limits limits{};
    for (std::size_t i = 0; i < all_lanes.size(); ++i) {
        auto const ahead = lanes.size(all_lanes[i]);
        auto const room = Lanes::room_of(all_lanes[i]);
        if (relay_is_down)
            limits[i] = ahead == 0 && handed.empty() ? probes : 0;
        else if (room - ahead >= room / 4)  // a claim for a handful costs as much as for a batch
            limits[i] = std::min(room - ahead, largest_claim);
    }
    return limits;
}

bool Outbox::Inside::is_idle() const
{
    return lanes.size() == 0 && handed.empty() && settled.empty() && !committing;
}

void Outbox::Inside::hand_back()
{
    auto const now = house.clock.now();
    for (auto const& composed : lanes.take_all())
        settled.push_back(untouched(composed.attempt, now));
    for_settler.notify_one();
}

// What a person stopped while it lay here, or a later word is about to take the place of.
void Outbox::Inside::hand_back_halted()
{
    {
        std::lock_guard const held{lock};
        if (lanes.size() == 0)
            return;
    }
    auto const halted =
        house.read(Actor::system(), [](Call& call) { return store::halted(call.tx); });
    if (halted.empty())
        return;
    auto const now = house.clock.now();
    std::lock_guard const held{lock};
    for (auto const& composed : lanes.take_back(halted))
        settled.push_back(untouched(composed.attempt, now));
    for_settler.notify_one();
}

std::vector<Claimed> Outbox::Inside::claim(Limits const& limits)
{
    auto wanted = limits;
    auto const any_due = house.read(Actor::system(), [&](Call& call) {
        bool any = false;
        for (std::size_t i = 0; i < all_lanes.size(); ++i) {
            if (wanted[i] == 0)
                continue;
            auto const due = store::first_due(call.tx, all_lanes[i]);
            if (!due || *due > call.now)
                wanted[i] = 0;
            any |= wanted[i] > 0;
        }
        return any;
    });
    if (!any_due)
        return {};
    return house.write(Actor::system(), [&](Call& call) {
        std::vector<Claimed> claimed;
        for (std::size_t i = 0; i < all_lanes.size(); ++i) {
            if (wanted[i] == 0)
                continue;
            auto const some = store::claim(call.tx, all_lanes[i], call.now, wanted[i]);
            claimed.insert(claimed.end(), some.begin(), some.end());
        }
        return claimed;
    });
}

void Outbox::Inside::fill_lanes(std::vector<Claimed> const& claimed)
{
    Press::Made made;
    try {
        made = press.make(claimed);
    } catch (std::exception const&) {
        auto const now = house.clock.now();
        std::lock_guard const held{lock};
        for (auto const& each : claimed)
            settled.push_back(untouched(
                {.delivery = {each.notice, each.recipient}, .attempts = each.attempts}, now));
        for_settler.notify_one();
        throw;
    }
    {
        std::lock_guard const held{lock};
        for (auto& mail : made.mails)
            lanes.push(std::move(mail));
        settled.insert(settled.end(), made.unsent.begin(), made.unsent.end());
        if (!made.unsent.empty())
            for_settler.notify_one();
    }
    sender->kick();
}

// One round at a time: between two, what is more urgent is claimed.
void Outbox::Inside::gather()
{
    auto const is_due = [&] {
        return house.read(
            Actor::system(), [](Call& call) { return store::is_digest_due(call.tx, call.now); });
    };
    if (!is_due())
        return;
    house.write(Actor::system(), [](Call& call) { gather_digests(call); });
    bool const more = is_due();
    std::lock_guard const held{lock};
    woken = woken || more;
}

bool Outbox::Inside::nothing_is_due()
{
    return house.read(Actor::system(), [](Call& call) {
        return !store::is_digest_due(call.tx, call.now) &&
               std::ranges::none_of(all_lanes, [&](Lane lane) {
                   auto const due = store::first_due(call.tx, lane);
                   return due && *due <= call.now;
               });
    });
}

void Outbox::Inside::feed_once()
{
    hand_back_halted();
    Limits allowed;
    std::uint64_t asked = 0;
    {
        std::lock_guard const held{lock};
        if (relay_is_down && lanes.size() > probes * all_lanes.size())
            hand_back();
        allowed = limits();
        asked = rest_asked;
    }
    gather();
    std::size_t claimed_in_all = 0;
    if (std::ranges::any_of(allowed, [](std::size_t limit) { return limit > 0; })) {
        auto const claimed = claim(allowed);
        claimed_in_all = claimed.size();
        if (!claimed.empty())
            fill_lanes(claimed);
    }
    std::unique_lock held{lock};
    more_is_due = std::ranges::any_of(
        allowed, [&](std::size_t limit) { return limit == 0 || claimed_in_all >= limit; });
    if (claimed_in_all > 0 || !is_idle())
        return;
    if (std::exchange(may_be_finished, false)) {
        held.unlock();
        close_finished(house);
        held.lock();
    }
    if (asked == rest_seen)
        return;
    held.unlock();
    bool const at_rest = nothing_is_due();
    held.lock();
    if (at_rest && is_idle()) {
        rest_seen = asked;
        for_resters.notify_all();
    }
}

void Outbox::Inside::feed()
{
    for (;;) {
        {
            std::unique_lock held{lock};
            for_feeder.wait_for(held, look_again, [&] {
                auto const room = limits();
                return stop_feeding || woken ||
                       (more_is_due && !relay_is_down &&
                        std::ranges::all_of(room, [](std::size_t limit) { return limit > 0; }));
            });
            if (stop_feeding)
                return;
            woken = false;
        }
        try {
            feed_once();
        } catch (std::exception const& error) {
            log::warning("notify.feeding_failed", {{"what", error.what()}});
            std::unique_lock held{lock};
            for_feeder.wait_for(held, after_trouble, [&] { return stop_feeding; });
        }
    }
}

}  // namespace tellfirst::notify
