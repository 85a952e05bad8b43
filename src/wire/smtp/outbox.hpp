#pragma once
// What a Sender has pulled and not yet put on a connection, and the way of what became of it.
#include "wire/smtp/client_machine.hpp"
#include "wire/smtp/sender.hpp"
#include "wire/smtp/traffic.hpp"

#include <deque>
#include <optional>

namespace tellfirst::smtp {

// One queue for all connections and not one a connection: a slow connection never sits on mail
// that another could send. What Traffic turns away is reported as held and does not wait here.
class Outbox {
  public:
    Outbox(SenderOptions const& options, Sender::Pull pull, Sender::Report report);

    void kicked() { dry_ = false; }   // there is something to pull again
    void close() { closed_ = true; }  // pull no more

    // How many are waiting that a connection without any could send, after at most `want` were
    // pulled if none were waiting.
    std::size_t fill(std::size_t want);
    [[nodiscard]] std::optional<Outgoing> next(Traffic::Connection by);

    // These were not taken by the relay: they are the next to be sent.
    void put_back(std::vector<Outgoing> messages);

    void defer(std::vector<Outgoing> const& messages, ClientMachine::Trouble const& why);
    void defer_all(ClientMachine::Trouble const& why);

    // Those whose domain gives no answer make room for others. Were there any?
    bool hold_stuck();
    [[nodiscard]] std::size_t stuck_connections() const;
    // The relay closed a connection because of this one, which is put back or deferred next.
    void blame(std::uint64_t token);

    // At once, before the connection that brought them sends more: what a crash makes unknown is
    // then never more than what is on the wire.
    void report(std::vector<Outcome> outcomes);

  private:
    void pull(std::size_t want);

    std::size_t const ahead_;
    Sender::Pull const pull_;
    Sender::Report const report_;
    Traffic traffic_;
    Pace pace_;  // of all together
    std::deque<Outgoing> waiting_;
    bool dry_ = false;
    bool closed_ = false;
};

}  // namespace tellfirst::smtp
