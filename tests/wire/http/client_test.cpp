#include "wire/http/client.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

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
        table_.get("/large", Right::anyone, [](Request const&, Call&) -> Result<Reply> {
            return Reply{.body = std::string(most_answer_bytes + 1, 'x')};
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

TEST_CASE("ask: a redirect is an answer, not a way")
{
    Peer const peer;
    auto const answered = ask(peer.allowed(), {.url = peer.url("/moved")}, here);
    REQUIRE(answered.has_value());
    CHECK(answered->status == 303);
}

TEST_CASE("ask: an endless answer is cut off")
{
    Peer const peer;
    CHECK(
        ask(peer.allowed(), {.url = peer.url("/large")}, here).error().code ==
        "outgoing.too_large");
}

TEST_CASE("ask: a peer that never answers costs no more than the deadline")
{
    int const silent = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(silent, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(silent, 1) == 0);
    ::getsockname(silent, reinterpret_cast<sockaddr*>(&address), &size);
    auto const port = ntohs(address.sin_port);
    auto const answered =
        ask({.allow = {{"peer.test", port}}},
            {.url = fmt::format("http://peer.test:{}/", port), .deadline = 100ms}, here);
    ::close(silent);
    CHECK(answered.error().code == "outgoing.timed_out");
}

TEST_CASE("ask: without leave nothing on this machine is reached, by name or by number")
{
    Peer const peer;
    CHECK(ask({}, {.url = "http://peer.test/"}, here).error().code == "outgoing.private_address");
    CHECK(ask({}, {.url = "http://127.0.0.1/"}).error().code == "outgoing.private_address");
}

TEST_CASE("ask: the environment's proxy is not asked")
{
    Peer const peer;
    ::setenv("http_proxy", "http://127.0.0.1:1/", 1);
    auto const answered = ask(peer.allowed(), {.method = "POST", .url = peer.url("/echo")}, here);
    ::unsetenv("http_proxy");
    CHECK(answered.has_value());
}

TEST_CASE("ask: a header cannot begin another one")
{
    Peer const peer;
    using namespace std::string_literals;
    for (auto const& [name, value] :
         {std::pair{"X"s, "a\r\nY: b"s}, {"X"s, "a\0b"s}, {"X: y\r\nZ"s, "a"s}, {""s, "a"s}}) {
        auto const answered =
            ask(peer.allowed(), {.url = peer.url("/moved"), .headers = {{name, value}}}, here);
        REQUIRE(answered.has_error());
        CHECK(answered.error().code == "outgoing.bad_header");
    }
}
