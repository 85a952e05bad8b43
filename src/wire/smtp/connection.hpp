#pragma once
// One connection of a Sender: the machine's wishes carried out on a stream.
#include "wire/smtp/outbox.hpp"
#include "wire/smtp/stream.hpp"

namespace tellfirst::smtp {

class Connection {
  public:
    Connection(
        asio::io_context& io, asio::ssl::context& tls, Relay const& relay,
        SenderOptions const& options)
        : relay_{relay}, options_{options}, stream_{io, tls}, work_{io}
    {
    }

    // From connect to QUIT, with messages from `outbox` and outcomes into it. No other connection
    // has this number.
    [[nodiscard]] asio::awaitable<void>
    run(Outbox& outbox, StartTls starttls, Traffic::Connection number);

    void has_work() { work_.cancel(); }
    void leave();                    // after the messages that it has
    void cut() { stream_.close(); }  // now
    void expire(Stream::Clock::time_point now) { stream_.expire(now); }

    [[nodiscard]] bool is_free() const { return free_; }       // opening or idle
    [[nodiscard]] bool was_useful() const { return useful_; }  // it brought an outcome
    [[nodiscard]] bool tls_failed() const { return tls_failed_; }
    [[nodiscard]] std::vector<Outgoing> take_returned() { return machine_.take_returned(); }
    [[nodiscard]] std::optional<ClientMachine::Trouble> const& trouble() const
    {
        return machine_.trouble();
    }

  private:
    asio::awaitable<bool> open(StartTls starttls);
    asio::awaitable<void> converse(Outbox& outbox);
    asio::awaitable<void> write();
    asio::awaitable<void> read();
    asio::awaitable<bool> start_tls();
    asio::awaitable<void> wait_for_work();
    void feed(Outbox& outbox);

    Relay const& relay_;
    SenderOptions const& options_;
    Stream stream_;
    ClientMachine machine_{ClientSettings{}};
    asio::steady_timer work_;
    Traffic::Connection number_ = 0;
    bool free_ = true;
    bool leaving_ = false;
    bool idle_too_long_ = false;
    bool useful_ = false;
    bool tls_failed_ = false;
};

}  // namespace tellfirst::smtp
