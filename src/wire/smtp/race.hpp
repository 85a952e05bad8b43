#pragma once
// Connecting to the first of several addresses that answers (RFC 8305, in the small). A relay with
// an address that swallows what is sent to it, IPv6 behind a wall for the most part, is reached by
// its next one after a second, and not when all the time for connecting is over.
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/system/result.hpp>

#include <chrono>
#include <list>
#include <memory>
#include <vector>

namespace tellfirst::smtp {

namespace asio = boost::asio;

// Everything runs on the one thread of `io`.
class Race : public std::enable_shared_from_this<Race> {
  public:
    using Addresses = std::vector<asio::ip::tcp::endpoint>;

    // Longer than the way to any relay and back, so that one that is merely far away hears from us
    // once; a lost packet is sent again about then.
    static constexpr std::chrono::milliseconds head_start{1'000};

    explicit Race(asio::io_context& io) : io_{io}, news_{io} {}

    // In their order: the next one is tried, too, when the one before it has failed, or has not
    // answered for so long. Ends with the socket that is connected, or with the last failure.
    // Owned by a shared_ptr, since those that lose end later than this.
    using Connected = boost::system::result<asio::ip::tcp::socket>;
    asio::awaitable<Connected> run(Addresses addresses, std::chrono::milliseconds start);

    // It ends with operation_aborted.
    void cancel();

  private:
    void begin(asio::ip::tcp::endpoint const& address);
    [[nodiscard]] bool is_over() const { return winner_ != nullptr || cancelled_; }
    void close_all();

    asio::io_context& io_;
    asio::steady_timer news_;  // rings when one has ended
    std::list<asio::ip::tcp::socket> runners_;
    std::size_t under_way_ = 0;
    asio::ip::tcp::socket* winner_ = nullptr;
    boost::system::error_code last_failure_ = asio::error::host_not_found;
    bool cancelled_ = false;
};

}  // namespace tellfirst::smtp
