#pragma once
// A TCP connection with or without TLS. Only sender.cpp sees this header: it drags in Asio.
#include "wire/smtp/client_machine.hpp"
#include "wire/smtp/race.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace tellfirst::smtp {

enum class Verify { no, yes };

// Each wait carries a deadline. It is a point in time and not a timer: the owner calls `expire`
// now and then for all its streams, which costs nothing per message.
class Stream {
  public:
    using Clock = std::chrono::steady_clock;
    struct Done {
        boost::system::error_code error;
        std::size_t bytes = 0;
    };

    Stream(asio::io_context& io, asio::ssl::context& tls)
        : socket_{io}, io_{io}, resolver_{io}, tls_{tls}
    {
    }

    void wait_until(Clock::time_point deadline) { deadline_ = deadline; }
    void expire(Clock::time_point now);

    [[nodiscard]] asio::awaitable<Done> connect(std::string host, std::uint16_t port);
    [[nodiscard]] asio::awaitable<Done> start_tls(std::string host, Verify verify);
    [[nodiscard]] asio::awaitable<Done> read(std::span<char> room);
    [[nodiscard]] asio::awaitable<Done> write(ClientMachine::Output output);  // all of it
    void close();

    [[nodiscard]] bool is_loopback() const;
    [[nodiscard]] std::string our_literal() const;  // "[192.0.2.1]", "[IPv6:2001:db8::1]"
    [[nodiscard]] std::string why(boost::system::error_code error) const;

  private:
    asio::ip::tcp::socket socket_;
    asio::io_context& io_;
    asio::ip::tcp::resolver resolver_;
    std::shared_ptr<Race> race_;  // while it is being connected
    asio::ssl::context& tls_;
    std::optional<asio::ssl::stream<asio::ip::tcp::socket&>> encrypted_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool expired_ = false;
};

}  // namespace tellfirst::smtp
