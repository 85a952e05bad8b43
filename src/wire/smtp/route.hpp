#pragma once
// The work of a Sender: which connections are open to which relay, and what becomes of the mails
// that come back from them. Everything runs on the one thread of `io`, so nothing needs a lock.
#include "wire/smtp/connection.hpp"
#include "wire/smtp/succession.hpp"
#include "wire/smtp/suspects.hpp"

#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <functional>
#include <list>

namespace tellfirst::smtp {

class Route {
  public:
    // `over` is called once, when it was told to stop and has reported everything.
    Route(
        asio::io_context& io, std::vector<Relay> relays, SenderOptions options, Sender::Pull pull,
        Sender::Report report, std::function<void()> over);
    ~Route();

    void kick();
    void begin_to_stop(std::chrono::milliseconds deadline);

  private:
    using Clock = Stream::Clock;
    using Connections = std::list<Connection>;
    using Messages = std::vector<Outgoing>;
    class Rest;

    void wake();
    void open_connection(std::size_t relay);
    asio::awaitable<void> run(Connections::iterator connection, std::size_t relay);
    void finish(Connections::iterator connection, std::size_t relay);
    void take_back(Messages returned, ClientMachine::Trouble const& trouble, std::size_t relay);
    [[nodiscard]] Messages::iterator
    about_one_domain(Messages& returned, ClientMachine::Trouble const& trouble);
    [[nodiscard]] bool
    closed_at_it_again(Messages const& returned, ClientMachine::Trouble const& trouble);
    void fail(std::size_t relay, ClientMachine::Trouble const& trouble);
    [[nodiscard]] StartTls starttls(std::size_t relay) const;
    void sweep();
    void pass_on(std::vector<Unfit> unfit, std::size_t relay);
    void cut_all();
    void end_if_over();

    asio::io_context& io_;
    std::vector<Relay> const relays_;
    SenderOptions const options_;
    Sender::Report const report_;
    std::function<void()> over_;
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    Outbox outbox_;
    asio::steady_timer sweep_timer_{io_};
    asio::steady_timer backoff_timer_{io_};
    asio::steady_timer stop_timer_{io_};

    Connections connections_;
    Traffic::Connection last_number_ = 0;
    Succession succession_;
    std::vector<Clock::time_point> plain_until_;  // by relay
    std::string blamed_;  // the one group of domains that got a 421 since the last outcome
    Suspects suspects_;
    std::unique_ptr<Rest> rest_;  // all relays but the first, once one was needed
    bool stopping_ = false;
    bool given_up_ = false;  // what is not finished by now never will be
    bool has_ended_ = false;
};

}  // namespace tellfirst::smtp
