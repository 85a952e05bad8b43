#include "wire/http/inside.hpp"

#include <boost/asio/write.hpp>

namespace tellfirst::http {
namespace {

// Whoever takes our bytes more slowly than this keeps memory from others.
constexpr std::size_t slowest_bytes_a_second = 64 * 1024;

// How long and how much of what a peer still sends we throw away after our last reply.
constexpr std::chrono::seconds longest_goodbye{2};
constexpr std::size_t most_thrown_away = 512 * 1024;

// Drops the first `count` bytes.
void drop(Socket::Buffers& buffers, std::size_t count)
{
    for (auto& buffer : buffers) {
        auto const here = std::min(count, buffer.size());
        buffer += here;
        count -= here;
    }
}

}  // namespace

Socket::Socket(Server::Inside& in, Tcp::socket plain) : in_{in}, plain_{std::move(plain)}
{
    ErrorCode ignored;
    auto const end = plain_.remote_endpoint(ignored);
    peer_ = ignored ? "" : end.address().to_string();
    plain_.set_option(Tcp::no_delay{true}, ignored);
    plain_.non_blocking(true, ignored);
    if (in_.tls)
        tls_ = std::make_unique<asio::ssl::stream<Tcp::socket&>>(plain_, *in_.tls);
    in_.sockets.insert(this);
}

Socket::~Socket()
{
    in_.sockets.erase(this);
    if (in_.stopping && in_.sockets.empty())
        in_.sweep_timer.cancel();  // it waits for nobody else
}

asio::awaitable<ErrorCode> Socket::handshake()
{
    if (!tls_)
        co_return ErrorCode{};
    auto const [error] = co_await tls_->async_handshake(asio::ssl::stream_base::server, use_tuple);
    co_return error;
}

asio::awaitable<std::tuple<ErrorCode, std::size_t>> Socket::read_some(asio::mutable_buffer into)
{
    if (tls_)
        return tls_->async_read_some(into, use_tuple);
    return plain_.async_read_some(into, use_tuple);
}

asio::awaitable<ErrorCode> Socket::write(Buffers buffers)
{
    auto const size = asio::buffer_size(buffers);
    give_until(in_.options.limits.write + std::chrono::seconds{size / slowest_bytes_a_second});
    ErrorCode error;
    if (tls_) {
        std::tie(error, std::ignore) = co_await asio::async_write(*tls_, buffers, use_tuple);
        co_return error;
    }
    // Nearly every reply fits into the socket's buffer: then there is nothing to wait for.
    bool const is_one = buffers[0].size() == size;
    auto const sent =
        is_one ? plain_.write_some(buffers[0], error) : plain_.write_some(buffers, error);
    if (error == asio::error::would_block)
        error = {};
    if (error || sent == size)
        co_return error;
    drop(buffers, sent);
    std::tie(error, std::ignore) = co_await asio::async_write(plain_, buffers, use_tuple);
    co_return error;
}

asio::awaitable<void> Socket::finish()
{
    give_until(longest_goodbye);
    ErrorCode ignored;
    if (tls_)
        co_await tls_->async_shutdown(use_tuple);
    plain_.shutdown(Tcp::socket::shutdown_send, ignored);
    std::array<char, 4096> trash{};
    for (std::size_t thrown = 0; has_unread && thrown < most_thrown_away;) {
        auto const [error, count] = co_await plain_.async_read_some(asio::buffer(trash), use_tuple);
        if (error)
            break;
        thrown += count;
    }
    close();
}

void Socket::break_off()
{
    ErrorCode ignored;
    plain_.set_option(asio::socket_base::linger{true, 0}, ignored);
    close();
}

void Socket::close()
{
    ErrorCode ignored;
    plain_.close(ignored);
    give_forever();
}

}  // namespace tellfirst::http
