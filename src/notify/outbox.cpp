// The sending side. Three threads share one lock:
//
//   feeder    claims due deliveries (one transaction a batch), makes mails of them, puts them
//             into the lanes
//   sender    (smtp::Sender's own) takes mails from the lanes, reports what became of them
//   settler   commits outcomes in groups, 50 ms or 256 of them
//
// Nothing is sent inside a transaction, and nothing is sent that is not `sending` in the database
// first. So a crash loses nothing, and what it sends twice is what was on the wire (see
// sending_log.hpp). While no relay answers, mails are not held in memory but wait in the database,
// where a later update can still supersede them; a few are tried now and then.
#include "kernel/log.hpp"
#include "notify/notify.hpp"
#include "notify/press.hpp"
#include "wire/smtp/sender.hpp"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t largest_claim = 500;
constexpr std::size_t probes = 1;  // of a lane, while no relay answers
constexpr std::size_t group = 256;
constexpr std::size_t largest_group = 1000;
constexpr auto group_within = 50ms;
constexpr auto look_again = 250ms;  // a clock can be set without anybody waking us
constexpr auto after_trouble = 1s;
constexpr auto finish_within = 5s;
constexpr std::size_t longest_log = 8 * 1024 * 1024;

smtp::Relay parse_relay(Relay const& relay)
{
    auto const parsed = smtp::Relay::parse(relay.address);
    if (!parsed)
        throw std::invalid_argument{"not the address of a relay: " + parsed.error().detail};
    return *parsed;
}

Settled untouched(Attempt const& attempt, Instant now)
{
    return {attempt.delivery, Fate{.due_at = now, .attempts = attempt.attempts, .at = now}};
}

}  // namespace

struct Outbox::Inside {
    Inside(House the_house, Relay const& the_relay)
        : house{the_house},
          relay{parse_relay(the_relay)},
          connections{the_relay.connections},
          press{the_house},
          log{the_house.settings.data + "/sending.log"}
    {
    }

    House house;
    smtp::Relay relay;
    int connections;
    Press press;  // the feeder's

    std::mutex lock;  // of all below
    std::condition_variable for_feeder;
    std::condition_variable for_settler;
    std::condition_variable for_resters;
    SendingLog log;
    Lanes lanes;
    std::unordered_map<std::uint64_t, Attempt> handed;  // to the sender, by token
    std::uint64_t last_token = 0;
    std::vector<Settled> settled;  // not yet committed
    bool committing = false;
    bool relay_is_down = false;
    bool woken = false;
    bool more_is_due = false;     // the last claim took as many as it was allowed
    bool may_be_finished = true;  // something was settled since finished notices were looked for
    bool stop_feeding = false;
    bool stop_settling = false;
    std::uint64_t rest_asked = 0;
    std::uint64_t rest_seen = 0;

    std::unique_ptr<smtp::Sender> sender;
    std::thread feeder;
    std::thread settler;

    void start();
    void stop();

    void settle_after_crash();
    std::vector<smtp::Outgoing> pull(std::size_t want);
    void report(std::vector<smtp::Outcome> const& outcomes);

    using Limits = std::array<std::size_t, all_lanes.size()>;
    void feed();
    void feed_once();
    void hand_back();
    [[nodiscard]] Limits limits() const;
    [[nodiscard]] bool is_idle() const;
    [[nodiscard]] std::vector<Claimed> claim(Limits const& limits);
    void fill_lanes(std::vector<Claimed> const& claimed);
    void close_finished();
    [[nodiscard]] bool nothing_is_due();

    void settle();
    bool commit(std::vector<Settled> const& batch);
};

// --- after a crash ---

void Outbox::Inside::settle_after_crash()
{
    auto const past = log.read();
    std::vector<Settled> known;
    for (auto const& [delivery, fate] : past)
        if (fate)
            known.push_back({delivery, *fate});

    house.write(Actor::system(), [&](Call& call) {
        store::settle(call.tx, known);
        std::vector<Settled> in_doubt;
        for (auto const& left : store::left_sending(call.tx)) {
            Attempt const attempt{
                .delivery = {left.notice, left.recipient},
                .lane = left.lane,
                .attempts = left.attempts,
                .useful_until = left.useful_until};
            auto const what = past.contains(attempt.delivery) ? Known::handed : Known::never_left;
            in_doubt.push_back({attempt.delivery, fate_after_crash(attempt, what, call.now)});
        }
        store::settle(call.tx, in_doubt);
        store::cancel_older_epochs(call.tx, call.now);
    });
    log.restart({}, {});
}

// --- the sender's two questions ---

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

void Outbox::Inside::report(std::vector<smtp::Outcome> const& outcomes)
{
    std::lock_guard const held{lock};
    auto const now = house.clock.now();
    auto const before = settled.size();
    for (auto const& outcome : outcomes) {
        auto const found = handed.find(outcome.token);
        if (found == handed.end())
            continue;
        settled.push_back({found->second.delivery, fate_of(found->second, outcome, now)});
        handed.erase(found);
        if (outcome.code != 0)
            relay_is_down = false;
        else if (outcome.kind == smtp::Outcome::Kind::deferred)
            relay_is_down = true;
    }
    log.add_settled(std::span{settled}.subspan(before));
    if (before == 0 || settled.size() >= group)
        for_settler.notify_one();
}

// --- the feeder ---

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

void Outbox::Inside::close_finished()
{
    auto const finished =
        house.read(Actor::system(), [](Call& call) { return store::finished(call.tx); });
    if (finished.empty())
        return;
    house.write(Actor::system(), [&](Call& call) {
        for (auto const& notice : finished) {
            auto const tally = store::close(call.tx, notice.id, call.now);
            if (tally && notice.kind == NoticeKind::announcement)
                call.tell(NoticeDone{
                    .notice = notice.id,
                    .incident = notice.body_as<Announcement>().incident,
                    .accepted = tally->accepted,
                    .not_accepted = tally->not_accepted});
        }
    });
}

bool Outbox::Inside::nothing_is_due()
{
    return house.read(Actor::system(), [](Call& call) {
        return std::ranges::none_of(all_lanes, [&](Lane lane) {
            auto const due = store::first_due(call.tx, lane);
            return due && *due <= call.now;
        });
    });
}

void Outbox::Inside::feed_once()
{
    Limits allowed;
    std::uint64_t asked = 0;
    {
        std::lock_guard const held{lock};
        if (relay_is_down && lanes.size() > probes * all_lanes.size())
            hand_back();
        allowed = limits();
        asked = rest_asked;
    }
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
        close_finished();
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

// --- the settler ---

bool Outbox::Inside::commit(std::vector<Settled> const& batch)
{
    try {
        house.write(Actor::system(), [&](Call& call) { store::settle(call.tx, batch); });
        return true;
    } catch (std::exception const& error) {
        log::warning("notify.settling_failed", {{"what", error.what()}});
        return false;
    }
}

void Outbox::Inside::settle()
{
    std::unique_lock held{lock};
    for (;;) {
        for_settler.wait(held, [&] { return stop_settling || !settled.empty(); });
        if (settled.empty())
            return;
        for_settler.wait_for(
            held, group_within, [&] { return stop_settling || settled.size() >= group; });

        auto const size = std::min(settled.size(), largest_group);
        auto const end = settled.begin() + static_cast<std::ptrdiff_t>(size);
        std::vector<Settled> batch{settled.begin(), end};
        settled.erase(settled.begin(), end);
        committing = true;
        held.unlock();
        bool const stored = commit(batch);
        held.lock();
        committing = false;
        if (!stored) {
            settled.insert(settled.begin(), batch.begin(), batch.end());
            if (stop_settling)
                return;  // the log knows, and the next start reads it
            for_settler.wait_for(held, after_trouble, [&] { return stop_settling; });
            continue;
        }
        may_be_finished = true;
        woken = true;
        for_feeder.notify_one();
        if (log.bytes() > 0 && ((handed.empty() && settled.empty()) || log.bytes() > longest_log)) {
            std::vector<seal::Delivery> on_the_wire;
            for (auto const& [token, attempt] : handed)
                on_the_wire.push_back(attempt.delivery);
            log.restart(on_the_wire, settled);
        }
    }
}

// --- beginning and end ---

void Outbox::Inside::start()
{
    settle_after_crash();
    stop_feeding = stop_settling = false;
    woken = may_be_finished = true;
    smtp::SenderOptions options;
    options.our_name = house.settings.domain;
    options.connections = static_cast<std::size_t>(std::max(connections, 1));
    sender = std::make_unique<smtp::Sender>(
        relay, options, [this](std::size_t want) { return pull(want); },
        [this](std::vector<smtp::Outcome> outcomes) { report(outcomes); });
    settler = std::thread{[this] { settle(); }};
    feeder = std::thread{[this] { feed(); }};
}

void Outbox::Inside::stop()
{
    if (!feeder.joinable())
        return;
    {
        std::lock_guard const held{lock};
        stop_feeding = true;
        for_feeder.notify_one();
    }
    feeder.join();
    sender->stop(finish_within);
    {
        std::lock_guard const held{lock};
        hand_back();
        stop_settling = true;
        for_settler.notify_one();
    }
    settler.join();
    sender.reset();
}

Outbox::Outbox(House house, Relay const& relay) : inside_{std::make_unique<Inside>(house, relay)} {}

Outbox::~Outbox()
{
    stop();
}

void Outbox::start()
{
    inside_->start();
}

void Outbox::stop()
{
    inside_->stop();
}

void Outbox::wake()
{
    std::lock_guard const held{inside_->lock};
    inside_->woken = true;
    inside_->may_be_finished = true;
    inside_->for_feeder.notify_one();
}

bool Outbox::rest(std::chrono::milliseconds at_most)
{
    std::unique_lock held{inside_->lock};
    auto const asked = ++inside_->rest_asked;
    inside_->woken = true;
    inside_->for_feeder.notify_one();
    return inside_->for_resters.wait_for(
        held, at_most, [&] { return inside_->rest_seen >= asked; });
}

}  // namespace tellfirst::notify
