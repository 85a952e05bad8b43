#pragma once
// The caller of a Sender: messages to be pulled, outcomes that came back.
#include "wire/smtp/fake_relay.hpp"
#include "wire/smtp/sender.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

namespace tellfirst::smtp {

using namespace std::chrono_literals;
using Kind = Outcome::Kind;

class Ledger {
  public:
    explicit Ledger(std::uint64_t messages = 0) { add(messages); }

    // One more to the recipient of the first ones.
    void add_again(std::uint64_t recipient)
    {
        std::lock_guard const lock{mutex_};
        waiting_.push_back({++last_token_, "us@x", fmt::format("c{}@y", recipient), compile("hi")});
    }

    void add(std::uint64_t messages, std::string_view domain = "y")
    {
        std::lock_guard const lock{mutex_};
        for (std::uint64_t i = 0; i < messages; ++i) {
            auto const token = ++last_token_;
            waiting_.push_back(
                {token, "us@x", fmt::format("c{}@{}", token, domain), compile("hi\n.\nthere")});
        }
    }

    Sender::Pull pull()
    {
        return [this](std::size_t want) {
            std::lock_guard const lock{mutex_};
            std::vector<Outgoing> batch;
            for (; batch.size() < want && !waiting_.empty(); waiting_.pop_front())
                batch.push_back(waiting_.front());
            pulled_ += batch.size();
            return batch;
        };
    }

    Sender::Report report()
    {
        return [this](std::vector<Outcome> outcomes) {
            std::lock_guard const lock{mutex_};
            for (auto const& outcome : outcomes)
                outcomes_.push_back(outcome);
            changed_.notify_all();
        };
    }

    // Waits for so many outcomes, at most ten seconds.
    [[nodiscard]] bool has(std::size_t outcomes)
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, 10s, [&] { return outcomes_.size() >= outcomes; });
    }

    [[nodiscard]] std::vector<Outcome> outcomes() const
    {
        std::lock_guard const lock{mutex_};
        return outcomes_;
    }
    [[nodiscard]] std::size_t pulled() const
    {
        std::lock_guard const lock{mutex_};
        return pulled_;
    }
    [[nodiscard]] std::size_t count(Kind kind) const
    {
        auto const all = outcomes();
        return static_cast<std::size_t>(std::ranges::count(all, kind, &Outcome::kind));
    }
    [[nodiscard]] bool each_once() const
    {
        std::set<std::uint64_t> tokens;
        for (auto const& outcome : outcomes())
            if (!tokens.insert(outcome.token).second)
                return false;
        return true;
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Outgoing> waiting_;
    std::vector<Outcome> outcomes_;
    std::uint64_t last_token_ = 0;
    std::size_t pulled_ = 0;
};

inline std::vector<Relay>
to(std::uint16_t port, Relay::Security security = Relay::Security::opportunistic)
{
    return {{.host = "127.0.0.1", .port = port, .security = security}};
}

inline SenderOptions const one_connection{.connections = 1};

// Sends `messages` through the relay and waits until all have their outcome.
inline void send_all(
    FakeRelay& relay, Ledger& ledger, std::size_t messages,
    SenderOptions const& options = one_connection)
{
    Sender sender{to(relay.port()), options, ledger.pull(), ledger.report()};
    sender.kick();
    REQUIRE(ledger.has(messages));
    sender.stop(5s);
    CHECK(ledger.outcomes().size() == messages);
    CHECK(ledger.each_once());
}

}  // namespace tellfirst::smtp
