#pragma once
#include "db/house.hpp"
#include "wire/lmtp/server.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tellfirst::app {

// Stores what LMTP hands over, once for each recipient, and answers when that is durable: stored,
// full (the disk is), or try_again (not known, or something else went wrong). What came back of our
// own mail is kept by notify, all else by tickets.
class MailIn {
  public:
    explicit MailIn(House house);
    ~MailIn();  // judges what is waiting, then ends

    // Called on the LMTP server's thread. A small message goes straight to the database; a large
    // one is written to its file first, by a thread that may wait for the disk.
    void take(lmtp::Envelope mail, lmtp::Answer answer);

  private:
    struct Waiting {
        lmtp::Envelope mail;
        lmtp::Answer answer;
    };
    void keep_large(std::stop_token const& stop);
    void store(lmtp::Envelope mail, lmtp::Answer answer);

    House house_;
    std::mutex lock_;
    std::condition_variable_any changed_;
    std::deque<Waiting> large_;
    std::jthread thread_;
};

}  // namespace tellfirst::app
