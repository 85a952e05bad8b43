#include "wire/http/head.hpp"
#include "wire/http/inside.hpp"
#include "wire/listening.hpp"

#include "kernel/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <sys/resource.h>

namespace tellfirst::http {
namespace {

// More than two cores can hash; the queue is what they do in about half a second.
constexpr int pool_threads = 4;
constexpr std::size_t most_waiting_for_pool = 64;

// After a failed accept (no more file descriptors) there is no use in trying again at once.
constexpr std::chrono::milliseconds accept_pause{100};

// What ends a coroutine of ours with an exception is a bug, but no reason to stop serving.
void log_end(std::exception_ptr const& error)
{
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (std::exception const& exception) {
        log::warning("http.connection_failed", {{"error", exception.what()}});
    }
}

[[nodiscard]] asio::ssl::context make_tls(TlsFiles const& files)
{
    asio::ssl::context context{asio::ssl::context::tls_server};
    context.set_options(
        asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
        asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression);
    boost::system::error_code error;
    context.use_certificate_chain_file(files.certificate, error);
    if (error)
        throw std::runtime_error{fmt::format(
            "the certificate {} cannot be used ({})", files.certificate, error.message())};
    context.use_private_key_file(files.key, asio::ssl::context::pem, error);
    if (error)
        throw std::runtime_error{fmt::format(
            "the key {} cannot be used with that certificate ({})", files.key, error.message())};
    return context;
}

// Each connection is a file; the usual soft limit of 1024 is there for programs that use select().
void allow_many_files()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void listen(Server::Inside& in)
{
    auto const& place = in.options.listen;
    try {
        Tcp::endpoint const end{asio::ip::make_address(place.host), place.port};
        in.acceptor.open(end.protocol());
        in.acceptor.set_option(Tcp::acceptor::reuse_address{true});
        in.acceptor.bind(end);
        in.acceptor.listen();
    } catch (boost::system::system_error const& error) {
        throw cannot_listen(fmt::format("{}:{}", place.host, place.port), error.code());
    }
    in.port = in.acceptor.local_endpoint().port();
}

}  // namespace

Server::Inside::Inside(Options given)
    : options{std::move(given)},
      strangers{options.limits.strangers},
      pool{pool_threads, most_waiting_for_pool}
{
}

asio::awaitable<void> accept_all(Server::Inside& in)
{
    while (!in.stopping) {
        auto [error, socket] = co_await in.acceptor.async_accept(use_tuple);
        if (in.stopping)
            break;
        if (error) {
            asio::steady_timer pause{in.io, accept_pause};
            co_await pause.async_wait(use_tuple);
            continue;
        }
        if (in.sockets.size() < in.options.limits.most_connections)
            asio::co_spawn(in.io, serve(in, std::move(socket)), log_end);
    }
}

// One timer for all deadlines: it closes who is late, and keeps the Date header true.
asio::awaitable<void> sweep_all(Server::Inside& in)
{
    while (!in.stopping || !in.sockets.empty()) {
        auto const date = http_date(Clock::machine_now());
        in.tail_to_keep = fmt::format("date: {}\r\n\r\n", date);
        in.tail_to_close = fmt::format("date: {}\r\nconnection: close\r\n\r\n", date);
        auto const now = Steady::now();
        for (auto* const socket : in.sockets)
            if (socket->deadline() <= now)
                socket->close();
        if (now - in.last_keep_alive >= in.options.limits.keep_alive) {
            in.last_keep_alive = now;
            in.hub.keep_alive();
        }
        in.sweep_timer.expires_after(in.options.limits.sweep);
        co_await in.sweep_timer.async_wait(use_tuple);
    }
    in.stop_timer.cancel();
}

void Server::Inside::begin_stop(std::chrono::milliseconds deadline)
{
    stopping = true;
    ErrorCode ignored;
    acceptor.close(ignored);
    hub.stop();
    for (auto* const socket : sockets)
        if (socket->is_idle)
            socket->close();
    stop_timer.expires_after(deadline);
    stop_timer.async_wait([this](ErrorCode error) {
        if (error)
            return;
        for (auto* const socket : sockets)
            socket->close();
    });
    sweep_timer.cancel();
}

Server::Server(Options options) : inside_{std::make_shared<Inside>(std::move(options))} {}

Server::~Server()
{
    stop(std::chrono::milliseconds{0});
}

void Server::start()
{
    auto& in = *inside_;
    if (in.options.listen.tls)
        in.tls = make_tls(*in.options.listen.tls);
    allow_many_files();
    listen(in);
    asio::co_spawn(in.io, sweep_all(in), log_end);
    asio::co_spawn(in.io, accept_all(in), log_end);
    in.options.house.database.on_news([weak = std::weak_ptr{inside_}] {
        if (auto const alive = weak.lock())
            asio::post(alive->io, [&in = *alive] { in.hub.fetch(); });
    });
    in.thread = std::thread{[&in] { in.io.run(); }};
}

std::uint16_t Server::port() const
{
    return inside_->port;
}

void Server::stop(std::chrono::milliseconds deadline)
{
    auto& in = *inside_;
    if (!in.thread.joinable())
        return;
    asio::post(in.io, [&in, deadline] { in.begin_stop(deadline); });
    in.thread.join();
}

}  // namespace tellfirst::http
