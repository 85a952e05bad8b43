#pragma once
// What a Sender has pulled and not yet put on a connection, and what it has not yet reported.
#include "wire/smtp/client_machine.hpp"
#include "wire/smtp/sender.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <optional>

namespace tellfirst::smtp {

// One queue for all connections and not one a connection: a slow connection never sits on mail
// that another could send.
class Outbox {
  public:
    Outbox(boost::asio::io_context& io, std::size_t ahead, Sender::Pull pull, Sender::Report report)
        : ahead_{ahead}, pull_{std::move(pull)}, report_{std::move(report)}, report_timer_{io}
    {
    }

    void kicked() { dry_ = false; }   // there is something to pull again
    void close() { closed_ = true; }  // pull no more

    // How many are waiting, after at most `want` were pulled if there were none.
    std::size_t fill(std::size_t want);
    [[nodiscard]] std::optional<Outgoing> next();

    // These were not taken by the relay: they are the next to be sent.
    void put_back(std::vector<Outgoing> messages);

    void defer(std::vector<Outgoing> const& messages, ClientMachine::Trouble const& why);
    void defer_all(ClientMachine::Trouble const& why);

    void add(std::vector<Outcome> outcomes);  // to the next report
    void report();

  private:
    std::size_t const ahead_;
    Sender::Pull const pull_;
    Sender::Report const report_;
    std::deque<Outgoing> waiting_;
    std::vector<Outcome> outcomes_;
    boost::asio::steady_timer report_timer_;
    bool dry_ = false;
    bool closed_ = false;
};

}  // namespace tellfirst::smtp
