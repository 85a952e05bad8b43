#include "wire/smtp/connection.hpp"

#include "kernel/text.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <fstream>

namespace tellfirst::smtp {
namespace {

using Clock = Stream::Clock;

constexpr std::chrono::seconds goodbye_within{2};  // the answer to QUIT: nothing hangs on it
constexpr std::size_t read_at_once = 4096;         // replies are short
constexpr std::streamsize longest_token = 16384;   // of OAuth; real ones have 2,000 bytes

// "" where there is none: the machine says what is wrong.
std::string token_of(std::optional<Credentials> const& credentials)
{
    if (!credentials || credentials->token_file.empty())
        return {};
    std::ifstream file{credentials->token_file, std::ios::binary};
    std::string token(longest_token, '\0');
    file.read(token.data(), longest_token);
    token.resize(static_cast<std::size_t>(file.gcount()));
    return std::string{trim(token)};
}

}  // namespace

asio::awaitable<void> Connection::run(Outbox& outbox, StartTls starttls, Traffic::Connection number)
{
    number_ = number;
    if (co_await open(starttls))
        co_await converse(outbox);
    stream_.close();
}

void Connection::leave()
{
    leaving_ = true;
    machine_.leave();
    work_.cancel();
}

asio::awaitable<bool> Connection::open(StartTls starttls)
{
    stream_.wait_until(Clock::now() + options_.connect_within);
    auto const connected = co_await stream_.connect(relay_.host, relay_.port);
    machine_ = ClientMachine{
        {.our_name = options_.our_name.empty() ? stream_.our_literal() : options_.our_name,
         .starttls = starttls,
         .encrypted = relay_.security == Relay::Security::tls,
         .trusted_wire = stream_.is_loopback(),
         .credentials = relay_.credentials,
         .access_token = token_of(relay_.credentials),
         .most_messages = options_.messages_a_connection}};
    if (leaving_)
        machine_.leave();
    if (connected.error) {
        machine_.closed(stream_.why(connected.error));
        co_return false;
    }
    co_return relay_.security != Relay::Security::tls || co_await start_tls();
}

asio::awaitable<bool> Connection::start_tls()
{
    auto const verify =
        relay_.security == Relay::Security::opportunistic ? Verify::no : Verify::yes;
    stream_.wait_until(Clock::now() + options_.connect_within);
    auto const encrypted = co_await stream_.start_tls(relay_.host, verify);
    if (encrypted.error) {
        tls_failed_ = true;
        machine_.closed(stream_.why(encrypted.error));
    }
    co_return !encrypted.error;
}

asio::awaitable<void> Connection::converse(Outbox& outbox)
{
    while (true) {
        feed(outbox);
        switch (machine_.wants()) {
        case ClientMachine::Wants::write: co_await write(); break;
        case ClientMachine::Wants::read: co_await read(); break;
        case ClientMachine::Wants::tls:
            if (co_await start_tls())
                machine_.tls_started();
            break;
        case ClientMachine::Wants::messages: co_await wait_for_work(); break;
        case ClientMachine::Wants::close: co_return;
        }
        auto outcomes = machine_.take_outcomes();
        useful_ |= !outcomes.empty();
        outbox.report(std::move(outcomes));
    }
}

void Connection::feed(Outbox& outbox)
{
    if (machine_.takes_messages())
        if (auto message = outbox.next(number_)) {
            free_ = false;
            idle_too_long_ = false;
            machine_.offer(std::move(*message));
        }
    if (idle_too_long_)
        machine_.leave();
}

asio::awaitable<void> Connection::write()
{
    stream_.wait_until(Clock::now() + options_.reply_within);
    auto const sent = co_await stream_.write(machine_.output());
    machine_.wrote(sent.bytes);
    if (sent.error)
        machine_.closed(stream_.why(sent.error));
}

asio::awaitable<void> Connection::read()
{
    auto within = options_.reply_within;
    if (machine_.says_goodbye())
        within = std::min<std::chrono::milliseconds>(within, goodbye_within);
    else if (!machine_.is_greeted())
        within = std::min(within, options_.greet_within);
    stream_.wait_until(Clock::now() + within);
    std::array<char, read_at_once> room;
    auto const got = co_await stream_.read(room);
    if (got.error)
        machine_.closed(stream_.why(got.error));
    else
        machine_.received({room.data(), got.bytes});
}

asio::awaitable<void> Connection::wait_for_work()
{
    free_ = true;
    stream_.wait_until(Clock::time_point::max());
    work_.expires_after(options_.idle);
    auto const [cancelled] = co_await work_.async_wait(asio::as_tuple(asio::use_awaitable));
    idle_too_long_ = !cancelled;
}

}  // namespace tellfirst::smtp
