// What the relay said, into the database.
#include "kernel/log.hpp"
#include "notify/outbox.hpp"
#include "notify/settling.hpp"

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t group = 256;
constexpr std::size_t largest_group = 1000;
constexpr auto group_within = 50ms;
constexpr auto after_trouble = 1s;
constexpr std::size_t longest_log = 8 * 1024 * 1024;

}  // namespace

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
    if (before == 0 || settled.size() >= group || (rest_asked > rest_seen && handed.empty()))
        for_settler.notify_one();
}

bool Outbox::Inside::commit(std::vector<Settled> const& batch)
{
    try {
        house.write(Actor::system(), [&](Call& call) { notify::settle(call, batch); });
        return true;
    } catch (std::exception const& error) {
        log::warning("notify.settling_failed", {{"what", error.what()}});
        return false;
    }
}

// A disk that takes no new file costs copies after a crash at most; the old log goes on.
void Outbox::Inside::shorten_log()
{
    std::vector<seal::Delivery> on_the_wire;
    for (auto const& [token, attempt] : handed)
        on_the_wire.push_back(attempt.delivery);
    try {
        log.restart(on_the_wire, settled);
    } catch (std::system_error const& error) {
        log::warning("notify.sending_log_failed", {{"what", error.what()}});
    }
}

void Outbox::Inside::settle()
{
    std::unique_lock held{lock};
    for (;;) {
        for_settler.wait(held, [&] { return stop_settling || !settled.empty(); });
        if (settled.empty())
            return;
        for_settler.wait_for(held, group_within, [&] {
            bool const somebody_waits = rest_asked > rest_seen && handed.empty();
            return stop_settling || somebody_waits || settled.size() >= group;
        });

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
        if (log.bytes() > 0 && ((handed.empty() && settled.empty()) || log.bytes() > longest_log))
            shorten_log();
    }
}

}  // namespace tellfirst::notify
