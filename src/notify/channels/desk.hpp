#pragma once
// Sends what waits for one channel over HTTP, as the outbox does with mail: what is claimed is
// committed as `sending` first, nothing is sent inside a transaction, and a log of its own knows
// after a crash what had left. One thread, the clerk, speaks with the database; a few runners wait
// for answers. So nothing here slows mail, and no channel another.
#include "notify/channels/carrier.hpp"
#include "notify/channels/prepare.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tellfirst::notify {

class Desk {
  public:
    Desk(House house, std::unique_ptr<Carrier> carrier);
    ~Desk();
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    // What a dead process left in `sending` is settled first.
    void start();
    // What is on its way may end; the rest waits in the database.
    void stop();
    void wake();
    [[nodiscard]] bool rest(std::chrono::milliseconds at_most);  // nothing is due any more

  private:
    void keep_books();
    bool work(std::vector<Settled>& batch, bool may_claim);
    bool claim();
    void hand_back();
    void hand_back_halted();
    void shorten_log();
    [[nodiscard]] bool is_idle() const;

    void run();
    [[nodiscard]] Carried carry(Message const& message) const;
    void take_back(Message const& message, Carried const& carried);

    House house_;
    std::unique_ptr<Carrier> carrier_;

    std::mutex lock_;  // of all below
    std::condition_variable for_clerk_;
    std::condition_variable for_runners_;
    std::condition_variable for_resters_;
    SendingLog log_;
    std::deque<Message> waiting_;             // claimed
    std::vector<seal::Delivery> on_the_way_;  // with a runner
    std::vector<Settled> settled_;            // not yet committed
    Instant rests_until_;                     // nobody there takes anything
    bool woken_ = false;
    bool may_be_finished_ = true;  // something was settled since finished notices were looked for
    bool stop_running_ = false;
    bool stop_writing_ = false;
    std::uint64_t rest_asked_ = 0;
    std::uint64_t rest_seen_ = 0;
    std::stop_source cut_;

    std::thread clerk_;
    std::vector<std::thread> runners_;
};

}  // namespace tellfirst::notify
