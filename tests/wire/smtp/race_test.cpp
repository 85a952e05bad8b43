#include "wire/smtp/race.hpp"

#include <boost/asio/co_spawn.hpp>

#include <doctest/doctest.h>

#include <optional>

using namespace tellfirst::smtp;
using namespace std::chrono_literals;
using asio::ip::tcp;

namespace {

tcp::endpoint const loopback{asio::ip::address_v4::loopback(), 0};

// Takes connections, since its machine does.
struct Listener {
    explicit Listener(asio::io_context& io) : acceptor{io, loopback} {}
    tcp::acceptor acceptor;
    [[nodiscard]] tcp::endpoint address() const { return acceptor.local_endpoint(); }
};

// Nobody takes what came, and there is room for no more: what comes now is dropped without a word.
struct BlackHole {
    explicit BlackHole(asio::io_context& io) : acceptor{io}
    {
        acceptor.open(tcp::v4());
        acceptor.bind(loopback);
        acceptor.listen(0);
        for (int i = 0; i < 4; ++i) {
            auto& filler = fillers.emplace_back(io);
            filler.async_connect(acceptor.local_endpoint(), [](boost::system::error_code) {});
        }
    }
    tcp::acceptor acceptor;
    std::list<tcp::socket> fillers = {};
    [[nodiscard]] tcp::endpoint address() const { return acceptor.local_endpoint(); }
};

tcp::endpoint closed_door(asio::io_context& io)
{
    return Listener{io}.address();
}

struct Finish {
    boost::system::error_code error;
    tcp::endpoint peer;
};

Finish finish_of(std::optional<Race::Connected> const& ended)
{
    REQUIRE(ended);
    return ended->has_error() ? Finish{.error = ended->error(), .peer = {}}
                              : Finish{.error = {}, .peer = (*ended)->remote_endpoint()};
}

asio::awaitable<void> follow(
    std::shared_ptr<Race> race, Race::Addresses addresses, std::chrono::milliseconds start,
    std::optional<Race::Connected>& ended)
{
    ended.emplace(co_await race->run(std::move(addresses), start));
}

Finish
race(asio::io_context& io, Race::Addresses const& addresses, std::chrono::milliseconds start = 50ms)
{
    std::optional<Race::Connected> ended;
    asio::co_spawn(
        io, follow(std::make_shared<Race>(io), addresses, start, ended),
        [&](std::exception_ptr const&) { io.stop(); });
    io.run_for(5s);
    auto const finish = finish_of(ended);
    io.restart();
    io.run_for(10ms);  // those that lost
    return finish;
}

}  // namespace

TEST_CASE("Race: an address that swallows what is sent to it costs its head start, and no more")
{
    asio::io_context io;
    BlackHole const hole{io};
    Listener const open{io};
    auto const begun = std::chrono::steady_clock::now();
    auto const finish = race(io, {hole.address(), open.address()});
    CHECK(finish.peer == open.address());
    CHECK(std::chrono::steady_clock::now() - begun >= 50ms);
}

TEST_CASE("Race: the first address is used where it answers, and nobody else hears of us")
{
    asio::io_context io;
    Listener const first{io};
    Listener second{io};
    auto const finish = race(io, {first.address(), second.address()}, 1h);
    CHECK(finish.peer == first.address());
    second.acceptor.non_blocking(true);
    boost::system::error_code nobody;
    (void)second.acceptor.accept(nobody);
    CHECK(nobody == asio::error::would_block);
}

TEST_CASE("Race: where nobody is behind a door the next is tried at once")
{
    asio::io_context io;
    Listener const open{io};
    CHECK(race(io, {closed_door(io), open.address()}, 1h).peer == open.address());
}

TEST_CASE("Race: where no address answers it ends with why")
{
    asio::io_context io;
    auto const finish = race(io, {closed_door(io), closed_door(io)}, 1h);
    CHECK(finish.error == asio::error::connection_refused);
}

TEST_CASE("Race: one that is slow, but comes, is still waited for when all have begun")
{
    asio::io_context io;
    BlackHole hole{io};
    asio::steady_timer later{io, 200ms};
    later.async_wait([&](boost::system::error_code) {
        for (auto& filler : hole.fillers)
            filler.close();
        boost::system::error_code none;
        hole.acceptor.non_blocking(true);
        while (!none)
            (void)hole.acceptor.accept(none);
    });
    // The system sends what was dropped again after a second.
    auto const finish = race(io, {hole.address(), closed_door(io)}, 10ms);
    CHECK(finish.peer == hole.address());
}

TEST_CASE("Race: a deadline ends it, whoever is still silent")
{
    asio::io_context io;
    BlackHole const hole{io};
    std::optional<Race::Connected> ended;
    auto const run = std::make_shared<Race>(io);
    asio::co_spawn(io, follow(run, {hole.address()}, 10ms, ended), [&](std::exception_ptr const&) {
        io.stop();
    });
    asio::steady_timer deadline{io, 100ms};
    deadline.async_wait([&](boost::system::error_code) { run->cancel(); });
    io.run_for(5s);
    CHECK(finish_of(ended).error == asio::error::operation_aborted);
}
