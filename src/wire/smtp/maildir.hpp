#pragma once
#include "wire/smtp/outlet.hpp"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace tellfirst::smtp {

// Delivers every message into one Maildir instead of sending it: for the demo, and to see what
// customers would get before anything leaves the house. The envelope becomes Return-Path and
// Delivered-To, as a mail server would write them.
class Maildir : public Outlet {
  public:
    // Makes the folder. Throws std::filesystem::filesystem_error where it cannot.
    Maildir(std::string folder, Pull pull, Report report);
    ~Maildir() override;

    void kick() override;
    void stop(std::chrono::milliseconds deadline) override;

  private:
    void deliver(std::stop_token const& stop);
    [[nodiscard]] Outcome deliver(Outgoing const& message);

    std::string folder_;
    Pull pull_;
    Report report_;
    std::mutex lock_;
    std::condition_variable_any changed_;
    bool kicked_ = true;
    std::jthread thread_;
};

}  // namespace tellfirst::smtp
