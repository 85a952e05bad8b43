#include "wire/smtp/race.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace tellfirst::smtp {
namespace {

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);

}  // namespace

asio::awaitable<Race::Connected> Race::run(Addresses addresses, std::chrono::milliseconds start)
{
    auto const alive = shared_from_this();
    for (auto const& address : addresses) {
        begin(address);
        news_.expires_after(start);
        (void)co_await news_.async_wait(as_values);
        if (is_over())
            break;
    }
    while (!is_over() && under_way_ > 0) {
        news_.expires_at(asio::steady_timer::time_point::max());
        (void)co_await news_.async_wait(as_values);
    }
    if (cancelled_)
        co_return boost::system::error_code{asio::error::operation_aborted};
    if (winner_ == nullptr)
        co_return last_failure_;
    Connected connected{std::move(*winner_)};
    close_all();
    co_return connected;
}

void Race::begin(asio::ip::tcp::endpoint const& address)
{
    auto& runner = runners_.emplace_back(io_);
    ++under_way_;
    runner.async_connect(
        address, [self = shared_from_this(), &runner](boost::system::error_code failure) {
            --self->under_way_;
            if (failure)
                self->last_failure_ = failure;
            else if (!self->is_over())
                self->winner_ = &runner;
            self->news_.cancel();
        });
}

void Race::cancel()
{
    cancelled_ = true;
    close_all();
    news_.cancel();
}

void Race::close_all()
{
    boost::system::error_code ignored;
    for (auto& runner : runners_)
        runner.close(ignored);
}

}  // namespace tellfirst::smtp
