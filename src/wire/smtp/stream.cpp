#include "wire/smtp/stream.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace tellfirst::smtp {
namespace {

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

}  // namespace

void Stream::expire(Clock::time_point now)
{
    if (now < deadline_)
        return;
    expired_ = true;
    close();
}

asio::awaitable<Stream::Done> Stream::connect(std::string host, std::uint16_t port)
{
    auto const [unresolved, addresses] =
        co_await resolver_.async_resolve(host, std::to_string(port), as_values);
    if (unresolved || expired_)
        co_return Done{unresolved ? unresolved : asio::error::operation_aborted};
    race_ = std::make_shared<Race>(io_);
    auto connected =
        co_await race_->run(Race::Addresses{addresses.begin(), addresses.end()}, Race::head_start);
    race_.reset();
    if (!connected)
        co_return Done{connected.error()};
    socket_ = std::move(*connected);
    // A group is one write and waits for its answer: nothing to gain by holding it back.
    boost::system::error_code ignored;
    socket_.set_option(asio::ip::tcp::no_delay{true}, ignored);
    co_return Done{};
}

asio::awaitable<Stream::Done> Stream::start_tls(std::string host, Verify verify)
{
    encrypted_.emplace(socket_, tls_);
    boost::system::error_code not_an_address;
    asio::ip::make_address(host, not_an_address);
    if (not_an_address)
        SSL_set_tlsext_host_name(encrypted_->native_handle(), host.c_str());
    if (verify == Verify::yes) {
        encrypted_->set_verify_mode(asio::ssl::verify_peer);
        encrypted_->set_verify_callback(asio::ssl::host_name_verification{host});
    }
    auto const [error] =
        co_await encrypted_->async_handshake(asio::ssl::stream_base::client, as_values);
    co_return Done{error};
}

asio::awaitable<Stream::Done> Stream::read(std::span<char> room)
{
    auto const buffer = asio::buffer(room.data(), room.size());
    auto const [error, bytes] = encrypted_ ? co_await encrypted_->async_read_some(buffer, as_values)
                                           : co_await socket_.async_read_some(buffer, as_values);
    co_return Done{error, bytes};
}

asio::awaitable<Stream::Done> Stream::write(ClientMachine::Output output)
{
    std::array const buffers{
        asio::buffer(output.head), asio::buffer(output.body), asio::buffer(output.tail)};
    auto const [error, bytes] = encrypted_
                                    ? co_await asio::async_write(*encrypted_, buffers, as_values)
                                    : co_await asio::async_write(socket_, buffers, as_values);
    co_return Done{error, bytes};
}

void Stream::close()
{
    // Without a TLS goodbye: SMTP has said QUIT, or there is nobody left to say goodbye to.
    boost::system::error_code ignored;
    resolver_.cancel();
    if (race_)
        race_->cancel();
    socket_.close(ignored);
}

// What who has no name, or does not give it, says in EHLO (RFC 5321 4.1.3).
std::string Stream::our_literal() const
{
    boost::system::error_code gone;
    auto const address = socket_.local_endpoint(gone).address();
    if (address.is_v4())
        return fmt::format("[{}]", address.to_string());
    auto v6 = address.to_v6();
    v6.scope_id(0);  // "%eth0" is no part of a literal
    return fmt::format("[IPv6:{}]", v6.to_string());
}

bool Stream::is_loopback() const
{
    boost::system::error_code unknown;
    auto const peer = socket_.remote_endpoint(unknown);
    return !unknown && peer.address().is_loopback();
}

std::string Stream::why(boost::system::error_code error) const
{
    return expired_ ? "the relay did not answer in time" : error.message();
}

}  // namespace tellfirst::smtp
