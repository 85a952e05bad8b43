#include "wire/smtp/sender.hpp"

#include "kernel/log.hpp"
#include "wire/smtp/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <list>
#include <thread>

// Everything in Core but its constructor and `stop` runs on the one thread of `io_`, so nothing
// needs a lock.
//
// A message comes back from a connection that died only if the relay has not taken it. It is sent
// again at once if that connection had brought an outcome before; otherwise it is reported as
// deferred. So each repetition has cost the relay an answer, and none can go on for ever.
namespace tellfirst::smtp {
namespace {

using Clock = Stream::Clock;

constexpr std::chrono::milliseconds sweep_every{100};  // how exactly deadlines are kept
// After a failed handshake an opportunistic relay is talked to in the clear for so long: mail
// that leaves unencrypted is better than mail that does not leave (RFC 7435).
constexpr std::chrono::minutes plain_for{10};
constexpr std::chrono::milliseconds last_words{200};  // to report what was cut off

}  // namespace

class Sender::Core {
  public:
    Core(Relay relay, SenderOptions options, Pull pull, Report report);

    void kick();
    void stop(std::chrono::milliseconds deadline);

  private:
    using Connections = std::list<Connection>;

    void wake();
    void open_connection();
    asio::awaitable<void> run(Connections::iterator connection);
    void finish(Connections::iterator connection);
    void back_off(ClientMachine::Trouble const& trouble);
    [[nodiscard]] StartTls starttls() const;
    void sweep();
    void begin_to_stop(std::chrono::milliseconds deadline);
    void cut_all();
    void end();

    Relay const relay_;
    SenderOptions const options_;
    asio::io_context io_{1};
    asio::ssl::context tls_{asio::ssl::context::tls_client};
    Outbox outbox_;
    asio::steady_timer sweep_timer_{io_};
    asio::steady_timer backoff_timer_{io_};
    asio::steady_timer stop_timer_{io_};

    Connections connections_;
    std::chrono::milliseconds backoff_{0};
    Clock::time_point closed_until_;  // no new connection before
    Clock::time_point plain_until_;
    bool stopping_ = false;
    std::thread thread_;
};

Sender::Core::Core(Relay relay, SenderOptions options, Pull pull, Report report)
    : relay_{std::move(relay)},
      options_{std::move(options)},
      outbox_{io_, options_.pulled_ahead, std::move(pull), std::move(report)}
{
    tls_.set_default_verify_paths();
    if (!options_.trusted_certificates.empty())
        tls_.load_verify_file(options_.trusted_certificates);
    thread_ = std::thread{[this] {
        auto const keep_running = asio::make_work_guard(io_);
        io_.run();
    }};
}

void Sender::Core::kick()
{
    asio::post(io_, [this] {
        outbox_.kicked();
        wake();
    });
}

// Gives waiting work to idle connections, then to new ones.
void Sender::Core::wake()
{
    auto const may_open = Clock::now() >= closed_until_;
    if (stopping_ || (connections_.empty() && !may_open))
        return;  // the back-off timer will wake us
    // One message is enough to find out whether the relay is back.
    auto const waiting = outbox_.fill(backoff_.count() > 0 ? 1 : options_.pulled_ahead);
    std::size_t served = 0;
    for (auto& connection : connections_)
        if (connection.is_free() && served < waiting) {
            connection.has_work();
            ++served;
        }
    for (; may_open && served < waiting && connections_.size() < options_.connections; ++served)
        open_connection();
}

void Sender::Core::open_connection()
{
    if (connections_.empty())
        sweep();
    connections_.emplace_back(io_, tls_, relay_, options_);
    asio::co_spawn(io_, run(std::prev(connections_.end())), asio::detached);
}

asio::awaitable<void> Sender::Core::run(Connections::iterator connection)
{
    co_await connection->run(outbox_, starttls());
    finish(connection);
}

void Sender::Core::finish(Connections::iterator connection)
{
    auto returned = connection->take_returned();
    auto const trouble = connection->trouble();
    auto const useful = connection->was_useful();
    auto const try_plain = connection->tls_failed() && starttls() == StartTls::if_offered;
    connections_.erase(connection);

    if (try_plain)
        plain_until_ = Clock::now() + plain_for;
    if (useful && std::exchange(backoff_, {}).count() > 0)
        log::event("smtp.relay_back", {{"host", relay_.host}});
    if (stopping_) {
        outbox_.defer(returned, {.text = "the sender was stopped"});
    } else if (!trouble || useful || try_plain) {
        outbox_.put_back(std::move(returned));
    } else {
        outbox_.defer(returned, *trouble);
        back_off(*trouble);
    }
    if (stopping_ && connections_.empty())
        end();
    else
        wake();
}

void Sender::Core::back_off(ClientMachine::Trouble const& trouble)
{
    if (connections_.empty())
        outbox_.defer_all(trouble);
    backoff_ = std::min(std::max(2 * backoff_, options_.first_backoff), options_.longest_backoff);
    closed_until_ = Clock::now() + backoff_;
    // The relay's own words stay out of the log; where there is no code the words are ours.
    log::warning(
        "smtp.relay_unreachable", {{"host", relay_.host},
                                   {"code", trouble.code},
                                   {"why", trouble.code == 0 ? trouble.text : ""},
                                   {"again_in_ms", backoff_.count()}});
    backoff_timer_.expires_at(closed_until_);
    backoff_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            wake();
    });
}

StartTls Sender::Core::starttls() const
{
    if (relay_.security == Relay::Security::starttls)
        return StartTls::required;
    return Clock::now() < plain_until_ ? StartTls::never : StartTls::if_offered;
}

void Sender::Core::sweep()
{
    sweep_timer_.expires_after(sweep_every);
    sweep_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (cancelled || connections_.empty())
            return;
        for (auto& connection : connections_)
            connection.expire(Clock::now());
        sweep();
    });
}

void Sender::Core::stop(std::chrono::milliseconds deadline)
{
    if (!thread_.joinable())
        return;
    asio::post(io_, [this, deadline] { begin_to_stop(deadline); });
    thread_.join();
}

void Sender::Core::begin_to_stop(std::chrono::milliseconds deadline)
{
    stopping_ = true;
    outbox_.close();
    outbox_.defer_all({.text = "the sender was stopped"});
    if (connections_.empty())
        return end();
    for (auto& connection : connections_)
        connection.leave();
    stop_timer_.expires_after(deadline);
    stop_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            cut_all();
    });
}

void Sender::Core::cut_all()
{
    for (auto& connection : connections_)
        connection.cut();
    // Cut connections end at once; only a name that is being looked up can take longer, and no
    // message depends on it.
    stop_timer_.expires_after(last_words);
    stop_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            end();
    });
}

void Sender::Core::end()
{
    outbox_.report();
    io_.stop();
}

Sender::Sender(Relay relay, SenderOptions options, Pull pull, Report report)
    : core_{std::make_unique<Core>(
          std::move(relay), std::move(options), std::move(pull), std::move(report))}
{
}

Sender::~Sender()
{
    stop(std::chrono::milliseconds{0});
}

void Sender::kick()
{
    core_->kick();
}

void Sender::stop(std::chrono::milliseconds deadline)
{
    core_->stop(deadline);
}

}  // namespace tellfirst::smtp
