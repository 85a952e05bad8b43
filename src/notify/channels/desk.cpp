#include "notify/channels/desk.hpp"

#include "kernel/log.hpp"
#include "notify/after_crash.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/lanes.hpp"
#include "notify/settling.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

// A gateway's answer takes about a tenth of a second, so these send some forty in a second; one
// address that does not answer leaves the others to the rest.
constexpr int most_runners = 4;
constexpr std::array<std::size_t, all_lanes.size()> shares{8, 16, 8, 4};  // of a claim, by lane
constexpr std::size_t few = 8;                                            // then more are claimed
constexpr auto look_again = 500ms;  // a clock can be set without anybody waking us
constexpr auto after_trouble = 1s;
constexpr auto finish_within = 2s;   // a whole stop of ours takes five at most
constexpr auto longest_rest = 5min;  // whatever a gateway asks for
constexpr auto after_a_bug = 5min;
constexpr std::size_t longest_log = 1024 * 1024;

std::string log_path(Settings const& settings, Channel channel)
{
    return fmt::format("{}/sending-{}.log", settings.data, name_of(channel));
}

}  // namespace

Desk::Desk(House house, std::unique_ptr<Carrier> carrier)
    : house_{house},
      carrier_{std::move(carrier)},
      log_{log_path(house.settings, carrier_->channel())}
{
}

Desk::~Desk()
{
    stop();
}

void Desk::start()
{
    settle_after_crash(house_, log_, carrier_->channel());
    stop_running_ = stop_writing_ = false;
    woken_ = may_be_finished_ = true;
    rests_until_ = {};
    cut_ = {};
    clerk_ = std::thread{[this] { keep_books(); }};
    for (int i = 0; i < most_runners; ++i)
        runners_.emplace_back([this] { run(); });
}

void Desk::stop()
{
    if (!clerk_.joinable())
        return;
    {
        std::unique_lock held{lock_};
        stop_running_ = true;
        for_runners_.notify_all();
        for_resters_.wait_for(held, finish_within, [&] { return on_the_way_.empty(); });
        cut_.request_stop();
    }
    for (auto& runner : runners_)
        runner.join();
    runners_.clear();
    {
        std::lock_guard const held{lock_};
        hand_back();
        stop_writing_ = true;
        for_clerk_.notify_one();
    }
    clerk_.join();
}

void Desk::wake()
{
    std::lock_guard const held{lock_};
    woken_ = true;
    for_clerk_.notify_one();
}

bool Desk::rest(std::chrono::milliseconds at_most)
{
    std::unique_lock held{lock_};
    auto const asked = ++rest_asked_;
    woken_ = true;
    for_clerk_.notify_one();
    return for_resters_.wait_for(held, at_most, [&] { return rest_seen_ >= asked; });
}

bool Desk::is_idle() const
{
    return waiting_.empty() && on_the_way_.empty() && settled_.empty();
}

void Desk::hand_back()
{
    for (auto const& message : std::exchange(waiting_, {}))
        settled_.push_back(untouched(message.attempt, house_.clock.now()));
}

// What a person stopped while it lay here, or a later word is about to take the place of.
void Desk::hand_back_halted()
{
    {
        std::lock_guard const held{lock_};
        if (waiting_.empty())
            return;
    }
    auto const halted =
        house_.read(Actor::system(), [](Call& call) { return store::halted(call.tx); });
    auto const now = house_.clock.now();
    std::lock_guard const held{lock_};
    std::erase_if(waiting_, [&](Message const& message) {
        if (!halted.contains(message.attempt.delivery.notice))
            return false;
        settled_.push_back(untouched(message.attempt, now));
        return true;
    });
}

// Answers whether something was claimed.
bool Desk::claim()
{
    auto const channel = carrier_->channel();
    bool const any_due = house_.read(Actor::system(), [&](Call& call) {
        return std::ranges::any_of(all_lanes, [&](Lane lane) {
            auto const due = store::first_due(call.tx, {lane, channel});
            return due && *due <= call.now;
        });
    });
    if (!any_due)
        return false;
    auto const claimed = house_.write(Actor::system(), [&](Call& call) {
        std::vector<Claimed> all;
        for (std::size_t i = 0; i < all_lanes.size(); ++i) {
            auto const some = store::claim(call.tx, {all_lanes[i], channel}, call.now, shares[i]);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    });
    Prepared prepared;
    try {
        prepared = prepare(house_, claimed);
    } catch (std::exception const&) {
        std::lock_guard const held{lock_};
        for (auto const& each : claimed)
            settled_.push_back(untouched(
                {.delivery = {each.notice, each.recipient}, .attempts = each.attempts},
                house_.clock.now()));
        throw;
    }
    std::lock_guard const held{lock_};
    settled_.insert(settled_.end(), prepared.unsent.begin(), prepared.unsent.end());
    auto const trouble = carrier_->trouble();
    for (auto& message : prepared.messages) {
        if (trouble.empty())
            waiting_.push_back(std::move(message));
        else
            settled_.push_back(
                {message.attempt.delivery, unsent(message.attempt, trouble, house_.clock.now())});
    }
    for_runners_.notify_all();
    return !claimed.empty();
}

// One step of the clerk, without the lock. What was committed leaves the batch.
bool Desk::work(std::vector<Settled>& batch, bool may_claim)
{
    if (!batch.empty()) {
        house_.write(
            Actor::system(), [&](Call& call) { settle(call, batch, carrier_->channel()); });
        batch.clear();
        may_be_finished_ = true;
    }
    hand_back_halted();
    if (may_claim && claim())
        return true;
    if (std::exchange(may_be_finished_, false))
        close_finished(house_);
    return false;
}

void Desk::keep_books()
{
    std::unique_lock held{lock_};
    for (;;) {
        for_clerk_.wait_for(
            held, look_again, [&] { return stop_writing_ || woken_ || !settled_.empty(); });
        woken_ = false;
        auto const asked = rest_asked_;
        auto batch = std::exchange(settled_, {});
        bool const is_last = stop_writing_;
        bool const was_idle = batch.empty() && is_idle();
        bool const may_claim =
            !stop_running_ && waiting_.size() < few && house_.clock.now() >= rests_until_;
        held.unlock();
        bool claimed = false;
        bool well = true;
        try {
            claimed = work(batch, may_claim);
        } catch (std::exception const& error) {
            log::warning("notify.channel_failed", {{"what", error.what()}});
            well = false;
        }
        held.lock();
        settled_.insert(settled_.begin(), batch.begin(), batch.end());
        if (is_last && (!well || settled_.empty()))
            return;  // what is not committed is in the log, and the next start reads it
        if (!well) {
            for_clerk_.wait_for(held, after_trouble, [&] { return stop_writing_; });
            continue;
        }
        shorten_log();
        woken_ |= claimed;  // there may be more
        if (was_idle && !claimed && is_idle() && rest_seen_ < asked) {
            rest_seen_ = asked;
            for_resters_.notify_all();
        } else if (rest_seen_ < asked) {
            woken_ |= is_idle();
        }
    }
}

// A disk that takes no new file costs copies after a crash at most; the old log goes on.
void Desk::shorten_log()
{
    bool const is_over = on_the_way_.empty() && settled_.empty();
    if (log_.bytes() == 0 || (!is_over && log_.bytes() < longest_log))
        return;
    try {
        log_.restart(on_the_way_, settled_);
    } catch (std::system_error const& error) {
        log::warning("notify.sending_log_failed", {{"what", error.what()}});
    }
}

Carried Desk::carry(Message const& message) const
{
    try {
        return carrier_->send(message, cut_.get_token());
    } catch (std::exception const& error) {
        log::warning("notify.channel_failed", {{"what", error.what()}});
        return {
            .kind = Carried::Kind::away,
            .words = "something went wrong on our side",
            .again_in = after_a_bug};
    }
}

void Desk::take_back(Message const& message, Carried const& carried)
{
    auto const now = house_.clock.now();
    std::erase(on_the_way_, message.attempt.delivery);
    settled_.push_back({message.attempt.delivery, fate_of(message.attempt, carried, now)});
    log_.add_settled(std::span{settled_}.last(1));
    if (carried.kind == Carried::Kind::closed) {
        rests_until_ = now + std::min<Duration>(carried.again_in, longest_rest);
        hand_back();
    }
    for_clerk_.notify_one();
    if (stop_running_)
        for_resters_.notify_all();
}

void Desk::run()
{
    std::unique_lock held{lock_};
    for (;;) {
        for_runners_.wait(held, [&] { return stop_running_ || !waiting_.empty(); });
        if (stop_running_)
            return;
        auto const message = std::move(waiting_.front());
        waiting_.pop_front();
        on_the_way_.push_back(message.attempt.delivery);
        log_.add_handed(std::span{on_the_way_}.last(1));
        held.unlock();
        auto const carried = carry(message);
        held.lock();
        take_back(message, carried);
    }
}

}  // namespace tellfirst::notify
