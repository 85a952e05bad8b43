#include "wire/smtp/sender.hpp"

#include "kernel/log.hpp"
#include "wire/smtp/connection.hpp"
#include "wire/smtp/succession.hpp"
#include "wire/smtp/suspects.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <fmt/format.h>

#include <list>
#include <thread>

// Everything in Core but its constructor and `stop` runs on the one thread of `io_`, so nothing
// needs a lock.
//
// A message comes back from a connection that died only if the relay has not taken it. It is sent
// again at once if that connection had brought an outcome before, or if another relay is left;
// otherwise it is reported as deferred. So each repetition has cost a relay an answer or its place,
// and none can go on for ever.
namespace tellfirst::smtp {
namespace {

using Clock = Stream::Clock;

constexpr std::chrono::milliseconds sweep_every{50};  // how exactly deadlines are kept
// After a failed handshake an opportunistic relay is talked to in the clear for so long: mail
// that leaves unencrypted is better than mail that does not leave (RFC 7435).
constexpr std::chrono::minutes plain_for{10};
constexpr std::chrono::milliseconds last_words{200};  // to report what was cut off

SenderOptions for_relays(SenderOptions options, std::size_t relays)
{
    if (relays > 1) {
        options.greet_within = std::min(options.greet_within, options.connect_within);
        options.reply_within = std::min(options.reply_within, options.silent_within);
    }
    return options;
}

}  // namespace

class Sender::Core {
  public:
    Core(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report);

    void kick();
    void stop(std::chrono::milliseconds deadline);

  private:
    using Connections = std::list<Connection>;
    using Messages = std::vector<Outgoing>;

    void wake();
    void open_connection(std::size_t relay);
    asio::awaitable<void> run(Connections::iterator connection, std::size_t relay);
    void finish(Connections::iterator connection, std::size_t relay);
    void take_back(
        std::vector<Outgoing> returned, ClientMachine::Trouble const& trouble, std::size_t relay);
    [[nodiscard]] Messages::iterator
    about_one_domain(Messages& returned, ClientMachine::Trouble const& trouble);
    [[nodiscard]] bool
    closed_at_it_again(Messages const& returned, ClientMachine::Trouble const& trouble);
    void fail(std::size_t relay, ClientMachine::Trouble const& trouble);
    [[nodiscard]] StartTls starttls(std::size_t relay) const;
    void sweep();
    void begin_to_stop(std::chrono::milliseconds deadline);
    void cut_all();

    std::vector<Relay> const relays_;
    SenderOptions const options_;
    asio::io_context io_{1};
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
    bool stopping_ = false;
    std::thread thread_;
};

Sender::Core::Core(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report)
    : relays_{std::move(relays)},
      options_{for_relays(std::move(options), relays_.size())},
      outbox_{options_, std::move(pull), std::move(report)},
      succession_{
          relays_.size(), {.first = options_.first_backoff, .longest = options_.longest_backoff}},
      plain_until_(relays_.size())
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
    if (stopping_ || (connections_.empty() && !succession_.has_one_to_try(Clock::now())))
        return;  // the back-off timer will wake us
    // One message is enough to find out whether a relay is back.
    auto const waiting = outbox_.fill(succession_.all_failed() ? 1 : options_.pulled_ahead);
    std::size_t served = 0;
    for (auto& connection : connections_)
        if (connection.is_free() && served < waiting) {
            connection.has_work();
            ++served;
        }
    auto const most = options_.connections + outbox_.stuck_connections();
    for (; served < waiting && connections_.size() < most; ++served) {
        auto const relay = succession_.pick(Clock::now());
        if (!relay)
            return;
        open_connection(*relay);
    }
}

void Sender::Core::open_connection(std::size_t relay)
{
    if (connections_.empty())
        sweep();
    connections_.emplace_back(io_, tls_, relays_[relay], options_);
    asio::co_spawn(io_, run(std::prev(connections_.end()), relay), asio::detached);
}

asio::awaitable<void> Sender::Core::run(Connections::iterator connection, std::size_t relay)
{
    co_await connection->run(outbox_, starttls(relay), ++last_number_);
    finish(connection, relay);
}

void Sender::Core::finish(Connections::iterator connection, std::size_t relay)
{
    auto returned = connection->take_returned();
    auto const trouble = connection->trouble();
    auto const useful = connection->was_useful();
    auto const try_plain = connection->tls_failed() && starttls(relay) == StartTls::if_offered;
    connections_.erase(connection);

    if (try_plain)
        plain_until_[relay] = Clock::now() + plain_for;
    if (useful) {
        blamed_.clear();
        if (succession_.worked(relay))
            log::event("smtp.relay_back", {{"host", relays_[relay].host}});
    }
    if (trouble && trouble->about)
        outbox_.blame(*trouble->about);
    if (stopping_) {
        outbox_.defer(returned, {.text = "the sender was stopped"});
    } else if (!trouble || useful || try_plain) {
        succession_.ended(relay);
        outbox_.put_back(std::move(returned));
    } else {
        take_back(std::move(returned), *trouble, relay);
    }
    if (stopping_ && connections_.empty())
        io_.stop();
    else
        wake();
}

// What came back from a connection that was of no use.
void Sender::Core::take_back(
    std::vector<Outgoing> returned, ClientMachine::Trouble const& trouble, std::size_t relay)
{
    auto blamed = about_one_domain(returned, trouble);
    auto why = trouble;
    if (closed_at_it_again(returned, trouble)) {
        blamed = returned.begin();
        why = {.code = 421, .text = "the relay closes the connection at this mail"};
    }
    if (blamed != returned.end()) {
        outbox_.defer({std::move(*blamed)}, why);
        returned.erase(blamed);
        outbox_.put_back(std::move(returned));
        return succession_.ended(relay);
    }
    fail(relay, trouble);
    if (!succession_.all_failed())
        return outbox_.put_back(std::move(returned));
    // Who turns us away at the door has seen none of the mails: none of them has been tried.
    if (!trouble.in_session && trouble.code != 0)
        why = {.text = fmt::format("{} {}", trouble.code, trouble.text)};
    outbox_.defer(returned, why);
    if (connections_.empty())
        outbox_.defer_all(why);
}

// Without a word, at the mail that was first to be said, and not for the first time?
bool Sender::Core::closed_at_it_again(
    Messages const& returned, ClientMachine::Trouble const& trouble)
{
    return trouble.in_session && trouble.code == 0 && !returned.empty() &&
           suspects_.again(returned.front().to);
}

// A relay may close the connection because one receiver wants less. Where a second one is named
// without any outcome in between, it is the relay that wants less. Answers the message that the
// 421 was about, or the end.
Sender::Core::Messages::iterator
Sender::Core::about_one_domain(Messages& returned, ClientMachine::Trouble const& trouble)
{
    auto const message = trouble.about
                             ? std::ranges::find(returned, *trouble.about, &Outgoing::token)
                             : returned.end();
    if (message == returned.end())
        return message;
    auto const group = group_of(message->to);
    if (blamed_.empty())
        blamed_ = group;
    return blamed_ == group ? message : returned.end();
}

void Sender::Core::fail(std::size_t relay, ClientMachine::Trouble const& trouble)
{
    auto const pause = succession_.failed(relay, Clock::now());
    // The relay's own words stay out of the log; where there is no code the words are ours.
    log::warning(
        "smtp.relay_unreachable", {{"host", relays_[relay].host},
                                   {"code", trouble.code},
                                   {"why", trouble.code == 0 ? trouble.text : ""},
                                   {"again_in_ms", pause.count()}});
    backoff_timer_.expires_at(succession_.tries_again_at());
    backoff_timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled)
            wake();
    });
}

StartTls Sender::Core::starttls(std::size_t relay) const
{
    if (relays_[relay].security == Relay::Security::starttls)
        return StartTls::required;
    return Clock::now() < plain_until_[relay] ? StartTls::never : StartTls::if_offered;
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
        if (outbox_.hold_stuck() || outbox_.stuck_connections() > 0 || options_.per_second > 0)
            wake();
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
        return io_.stop();
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
            io_.stop();
    });
}

Sender::Sender(std::vector<Relay> relays, SenderOptions options, Pull pull, Report report)
    : core_{std::make_unique<Core>(
          std::move(relays), std::move(options), std::move(pull), std::move(report))}
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
