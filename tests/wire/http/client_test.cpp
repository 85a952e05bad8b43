#include "wire/http/client.hpp"

#include "wire/http/silent_peer.hpp"
#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

// A peer on this machine, which the owner has allowed under the name peer.test.
class Peer {
  public:
    Peer()
    {
        table_.post("/echo", Right::anyone, [](Request const& request, Call&) -> Result<Reply> {
            return Reply{
                .body = fmt::format(
                    "{}|{}|{}", request.header("host"), request.header("x-mine"), request.body),
                .headers = {{"x-theirs", "yes"}}};
        });
        table_.get("/moved", Right::anyone, [](Request const&, Call&) -> Result<Reply> {
            return see_other("/echo");
        });
        server_.start();
    }

    [[nodiscard]] std::string url(std::string_view path) const
    {
        return fmt::format("http://peer.test:{}{}", server_.port(), path);
    }
    [[nodiscard]] Outgoing allowed() const { return {.allow = {{"peer.test", server_.port()}}}; }

  private:
    support::World world_;
    Table table_;
    Server server_{
        {.listen = {}, .table = table_, .house = world_.house(), .resolver = test_caller}};
};

// A peer that takes one connection, and answers all that comes over it.
class OneConnection {
  public:
    [[nodiscard]] std::uint16_t port() const { return listening_.port(); }

  private:
    void answer(std::stop_token const& stop) const
    {
        auto const socket = listening_.take();
        std::array<char, 4096> question{};  // small enough to come in one piece
        while (socket >= 0 && !stop.stop_requested()) {
            if (!is_readable(socket, 50ms))
                continue;
            if (::recv(socket, question.data(), question.size(), 0) <= 0)
                break;
            constexpr std::string_view yes = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes";
            if (::send(socket, yes.data(), yes.size(), MSG_NOSIGNAL) < 0)
                break;
        }
        ::close(socket);
    }

    SilentPeer listening_;
    std::jthread thread_{[this](std::stop_token const& stop) { answer(stop); }};
};

int times_resolved = 0;

[[nodiscard]] std::vector<Address> here(std::string const&, std::chrono::milliseconds)
{
    ++times_resolved;
    return {*parse_address("127.0.0.1")};
}

}  // namespace

TEST_CASE("ask: sends what it is given to the address that was checked, and brings the answer")
{
    Peer const peer;
    times_resolved = 0;
    auto const answered =
        ask(peer.allowed(),
            {.method = "POST",
             .url = peer.url("/echo"),
             .headers = {{"X-Mine", "a: b"}},
             .body = "body"},
            here);
    REQUIRE(answered.has_value());
    CHECK(answered->status == 200);
    CHECK(answered->body == peer.url("/echo").substr(7, peer.url("").size() - 7) + "|a: b|body");
    CHECK(
        std::ranges::find(
            answered->headers, std::pair<std::string, std::string>{"x-theirs", "yes"}) !=
        answered->headers.end());
    CHECK(times_resolved == 1);
}

TEST_CASE("ask: a peer that never answers costs no more than the deadline")
{
    SilentPeer const silent;
    auto const port = silent.port();
    auto const answered =
        ask({.allow = {{"peer.test", port}}},
            {.url = fmt::format("http://peer.test:{}/", port), .deadline = 100ms}, here);
    CHECK(answered.error().code == "outgoing.timed_out");
    CHECK(may_have_arrived(answered.error()));
}

TEST_CASE("ask: where no connection comes about in time, nothing was sent")
{
    SilentPeer const silent;  // says nothing to TLS either
    auto const port = silent.port();
    auto const answered =
        ask({.allow = {{"peer.test", port}}},
            {.url = fmt::format("https://peer.test:{}/", port), .deadline = 100ms}, here);
    CHECK(answered.error().code == "outgoing.failed");
    CHECK_FALSE(may_have_arrived(answered.error()));
}

TEST_CASE("ask: a peer that hangs up on a question may have heard it")
{
    SilentPeer const peer;
    std::jthread const hangs_up{[&] {
        auto const socket = peer.take();
        std::array<char, 4096> question{};
        CHECK(::recv(socket, question.data(), question.size(), 0) > 0);
        ::close(socket);
    }};
    auto const answered =
        ask({.allow = {{"peer.test", peer.port()}}},
            {.url = fmt::format("http://peer.test:{}/", peer.port())}, here);
    REQUIRE(answered.has_error());
    CHECK(answered.error().code == "outgoing.broken");
    CHECK(may_have_arrived(answered.error()));
}

TEST_CASE("ask: who waits for a peer that never answers hears that he is to stop")
{
    SilentPeer const silent;
    std::stop_source stop;
    std::jthread const stopping{[&] {
        silent.wait_for_caller();
        stop.request_stop();
    }};
    auto const answered =
        ask({.allow = {{"peer.test", silent.port()}}},
            {.url = fmt::format("http://peer.test:{}/", silent.port()), .stop = stop.get_token()},
            here);
    REQUIRE(answered.has_error());
    CHECK(answered.error().code == "outgoing.stopped");
}

TEST_CASE("Line: asks again over the connection that it has, and reaches other servers, too")
{
    OneConnection const peer;
    Line line;
    Outgoing const allowed{.allow = {{"peer.test", peer.port()}}};
    Asking const asking{.url = fmt::format("http://peer.test:{}/", peer.port())};
    for (int question = 0; question < 3; ++question) {
        auto const answered = line.ask(allowed, asking, here);
        REQUIRE(answered);
        CHECK(answered->body == "yes");
    }
    Peer const other;
    CHECK(line.ask(other.allowed(), {.url = other.url("/moved")}, here).value().status == 303);
}

TEST_CASE("ask: without leave nothing on this machine is reached, by name or by number")
{
    Peer const peer;
    CHECK(ask({}, {.url = "http://peer.test/"}, here).error().code == "outgoing.private_address");
    CHECK(ask({}, {.url = "http://127.0.0.1/"}).error().code == "outgoing.private_address");
}
