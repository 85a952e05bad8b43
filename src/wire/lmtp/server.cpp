#include "wire/lmtp/server.hpp"

#include "kernel/log.hpp"
#include "wire/listening.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <cstring>
#include <filesystem>
#include <map>
#include <thread>

// Everything in Core but its constructor and `stop` runs on the one thread of `io_`, so nothing
// needs a lock. An answer names its connection and its message by number: when it comes, the
// connection may be gone, or busy with the next message after the answer was too late.
namespace tellfirst::lmtp {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;
using Protocol = asio::generic::stream_protocol;  // TCP or a socket file
using ErrorCode = boost::system::error_code;

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_at_once = 16 * 1024;
constexpr std::chrono::milliseconds sweep_every{100};   // how exactly deadlines are kept
constexpr std::chrono::milliseconds accept_again{100};  // when we have run out of descriptors
constexpr std::chrono::seconds write_within{30};        // replies are short: a stuck reader

struct Connection {
    Connection(Protocol::socket from, std::string const& our_name, IsOurs const& is_ours)
        : socket{std::move(from)}, machine{our_name, is_ours}, verdict_came{socket.get_executor()}
    {
    }

    Protocol::socket socket;
    ServerMachine machine;
    Clock::time_point deadline = Clock::time_point::max();
    std::optional<Clock::time_point> message_ends;  // the latest that the final dot may come
    asio::steady_timer verdict_came;
    std::uint64_t judged = 0;  // the number of the message that a verdict is awaited for
    std::optional<Verdict> verdict;
    bool is_reading = false;
    std::size_t held = 0;  // bytes of a message, as counted in in_flight_
};

// A socket file that nobody listens to any more is in the way of the next one.
void remove_socket(std::string const& path)
{
    std::error_code ignored;
    if (std::filesystem::is_socket(path, ignored))
        std::filesystem::remove(path, ignored);
}

}  // namespace

class Server::Core : public std::enable_shared_from_this<Core> {
  public:
    Core(Listen const& listen, ServerOptions options, IsOurs is_ours, Deliver deliver);

    void start();
    void stop(std::chrono::milliseconds deadline);
    [[nodiscard]] std::uint16_t port() const { return port_; }

  private:
    using Connections = std::map<std::uint64_t, Connection>;

    void bind_port();
    void bind_path();
    void bind(Protocol::endpoint const& address);
    asio::awaitable<void> accept();
    asio::awaitable<void> run(std::uint64_t number);
    asio::awaitable<bool> exchange(std::uint64_t number, Connection& connection);
    asio::awaitable<bool> write(Connection& connection);
    asio::awaitable<bool> read(Connection& connection);
    asio::awaitable<Verdict> judge(std::uint64_t number, Connection& connection, Envelope mail);
    void take_verdict(std::uint64_t number, std::uint64_t message, Verdict verdict);
    void count(Connection& connection);
    void sweep();
    void begin_to_stop(std::chrono::milliseconds deadline);

    Listen const listen_;
    ServerOptions const options_;
    IsOurs const is_ours_;
    Deliver const deliver_;
    asio::io_context io_{1};
    asio::basic_socket_acceptor<Protocol> acceptor_{io_};
    asio::steady_timer accept_timer_{io_};
    asio::steady_timer sweep_timer_{io_};
    asio::steady_timer stop_timer_{io_};
    std::uint16_t port_ = 0;

    Connections connections_;
    std::uint64_t last_number_ = 0;
    std::size_t in_flight_ = 0;  // bytes of messages, being received or judged
    bool stopping_ = false;
    std::thread thread_;
};

Server::Core::Core(Listen const& listen, ServerOptions options, IsOurs is_ours, Deliver deliver)
    : listen_{listen},
      options_{std::move(options)},
      is_ours_{std::move(is_ours)},
      deliver_{std::move(deliver)}
{
    bool const is_tcp = listen_.unix_path.empty();
    try {
        is_tcp ? bind_port() : bind_path();
    } catch (boost::system::system_error const& error) {
        throw cannot_listen(
            is_tcp ? fmt::format("{}:{}", listen_.host, listen_.port) : listen_.unix_path,
            error.code());
    }
}

void Server::Core::bind_port()
{
    bind(asio::ip::tcp::endpoint{asio::ip::make_address(listen_.host), listen_.port});
    asio::ip::tcp::endpoint bound;
    auto const address = acceptor_.local_endpoint();
    std::memcpy(bound.data(), address.data(), address.size());
    port_ = bound.port();
}

void Server::Core::bind_path()
{
    remove_socket(listen_.unix_path);
    bind(asio::local::stream_protocol::endpoint{listen_.unix_path});
}

void Server::Core::bind(Protocol::endpoint const& address)
{
    acceptor_.open(address.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address{true});
    acceptor_.bind(address);
    acceptor_.listen();
}

void Server::Core::start()
{
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::thread{[this] {
        auto const keep_running = asio::make_work_guard(io_);
        io_.run();
    }};
}

asio::awaitable<void> Server::Core::accept()
{
    while (!stopping_) {
        auto [error, socket] = co_await acceptor_.async_accept(as_values);
        if (error) {
            accept_timer_.expires_after(accept_again);
            co_await accept_timer_.async_wait(as_values);
            continue;
        }
        if (connections_.size() >= options_.connections) {
            // One small write into a fresh socket: it never waits.
            ErrorCode ignored;
            constexpr std::string_view busy = "421 4.3.2 too many connections\r\n";
            socket.non_blocking(true, ignored);
            socket.send(asio::buffer(busy), 0, ignored);
            log::warning("lmtp.too_many_connections", {{"limit", options_.connections}});
            continue;
        }
        if (connections_.empty())
            sweep();
        auto const number = ++last_number_;
        connections_.try_emplace(number, std::move(socket), options_.our_name, is_ours_);
        asio::co_spawn(io_, run(number), asio::detached);
    }
}

asio::awaitable<void> Server::Core::run(std::uint64_t number)
{
    auto& connection = connections_.at(number);
    while (co_await exchange(number, connection)) {
    }
    in_flight_ -= connection.held;
    connections_.erase(number);
    if (stopping_ && connections_.empty())
        io_.stop();
}

// One step of the conversation; does it go on?
asio::awaitable<bool> Server::Core::exchange(std::uint64_t number, Connection& connection)
{
    if (!co_await write(connection) || connection.machine.is_over())
        co_return false;
    if (auto mail = connection.machine.take_message()) {
        connection.machine.answer(co_await judge(number, connection, std::move(*mail)));
        co_return true;
    }
    co_return !stopping_ && co_await read(connection);
}

asio::awaitable<bool> Server::Core::write(Connection& connection)
{
    auto const output = connection.machine.take_output();
    if (output.empty())
        co_return true;
    connection.deadline = Clock::now() + write_within;
    auto const [error, bytes] =
        co_await asio::async_write(connection.socket, asio::buffer(output), as_values);
    co_return !error;
}

asio::awaitable<bool> Server::Core::read(Connection& connection)
{
    auto const now = Clock::now();
    if (!connection.machine.is_in_message())
        connection.message_ends = std::nullopt;
    else if (!connection.message_ends)
        connection.message_ends = now + options_.a_message;
    connection.deadline =
        std::min(now + options_.idle, connection.message_ends.value_or(Clock::time_point::max()));

    std::array<char, read_at_once> room;
    connection.is_reading = true;
    auto const [error, bytes] =
        co_await connection.socket.async_read_some(asio::buffer(room), as_values);
    connection.is_reading = false;
    if (error)
        co_return false;
    connection.machine.received({room.data(), bytes});
    count(connection);
    co_return true;
}

asio::awaitable<Verdict>
Server::Core::judge(std::uint64_t number, Connection& connection, Envelope mail)
{
    auto const size = mail.data.size();
    in_flight_ += size;
    auto const message = ++last_number_;
    connection.judged = message;
    connection.verdict = std::nullopt;
    connection.deadline = Clock::time_point::max();
    connection.verdict_came.expires_after(options_.judged_within);
    // Weak: an answer must not keep a stopped server alive.
    deliver_(std::move(mail), [weak = weak_from_this(), number, message](Verdict verdict) {
        if (auto const core = weak.lock())
            asio::post(core->io_, [core = core.get(), number, message, verdict] {
                core->take_verdict(number, message, verdict);
            });
    });
    co_await connection.verdict_came.async_wait(as_values);
    connection.judged = 0;
    in_flight_ -= size;
    if (!connection.verdict)
        log::warning("lmtp.no_verdict", {{"bytes", size}});
    co_return connection.verdict.value_or(Verdict::try_again);
}

void Server::Core::take_verdict(std::uint64_t number, std::uint64_t message, Verdict verdict)
{
    auto const found = connections_.find(number);
    if (found == connections_.end() || found->second.judged != message)
        return;
    found->second.verdict = verdict;
    found->second.verdict_came.cancel();
}

// Keeps `in_flight_` true, and stops a message that would take too much memory.
void Server::Core::count(Connection& connection)
{
    auto const recount = [&] {
        in_flight_ += connection.machine.held() - connection.held;
        connection.held = connection.machine.held();
    };
    recount();
    if (in_flight_ <= options_.bytes_in_flight || !connection.machine.is_in_message())
        return;
    connection.machine.give_up_message();
    recount();
    log::warning("lmtp.no_memory", {{"bytes_in_flight", in_flight_}});
}

void Server::Core::sweep()
{
    sweep_timer_.expires_after(sweep_every);
    sweep_timer_.async_wait([this](ErrorCode cancelled) {
        if (cancelled || connections_.empty())
            return;
        ErrorCode ignored;
        for (auto& [number, connection] : connections_)
            if (connection.deadline <= Clock::now())
                connection.socket.close(ignored);
        sweep();
    });
}

void Server::Core::stop(std::chrono::milliseconds deadline)
{
    if (!thread_.joinable())
        return;
    asio::post(io_, [this, deadline] { begin_to_stop(deadline); });
    thread_.join();
    if (!listen_.unix_path.empty())
        remove_socket(listen_.unix_path);
}

void Server::Core::begin_to_stop(std::chrono::milliseconds deadline)
{
    stopping_ = true;
    ErrorCode ignored;
    acceptor_.close(ignored);
    accept_timer_.cancel();
    if (connections_.empty())
        return io_.stop();
    // Whoever is in the middle of handing over still has his mail and comes back with it.
    for (auto& [number, connection] : connections_)
        if (connection.is_reading)
            connection.socket.close(ignored);
    stop_timer_.expires_after(deadline);
    stop_timer_.async_wait([this](ErrorCode cancelled) {
        if (!cancelled)
            io_.stop();
    });
}

Server::Server(Listen const& listen, ServerOptions options, IsOurs is_ours, Deliver deliver)
    : core_{std::make_shared<Core>(
          listen, std::move(options), std::move(is_ours), std::move(deliver))}
{
    core_->start();
}

Server::~Server()
{
    stop(std::chrono::milliseconds{0});
}

std::uint16_t Server::port() const
{
    return core_->port();
}

void Server::stop(std::chrono::milliseconds deadline)
{
    core_->stop(deadline);
}

}  // namespace tellfirst::lmtp
