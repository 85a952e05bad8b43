#pragma once
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
#include "notify/notify.hpp"
#include "notify/press.hpp"
#include "wire/smtp/sender.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace tellfirst::notify {

struct Outbox::Inside {
    Inside(House the_house, Relay const& the_relay);

    House house;
    Relay relay;
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

    std::unique_ptr<smtp::Outlet> sender;
    std::thread feeder;
    std::thread settler;

    void start();
    void stop();

    std::vector<smtp::Outgoing> pull(std::size_t want);
    void report(std::vector<smtp::Outcome> const& outcomes);

    using Limits = std::array<std::size_t, all_lanes.size()>;
    void feed();
    void feed_once();
    void gather();
    void hand_back();
    void hand_back_halted();
    [[nodiscard]] Limits limits() const;
    [[nodiscard]] bool is_idle() const;
    [[nodiscard]] std::vector<Claimed> claim(Limits const& limits);
    void fill_lanes(std::vector<Claimed> const& claimed);
    [[nodiscard]] bool nothing_is_due();

    void settle();
    void shorten_log();
    bool commit(std::vector<Settled> const& batch);
};

}  // namespace tellfirst::notify
