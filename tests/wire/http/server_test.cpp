#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

TEST_CASE("Server: a reply carries type, length, date, version and no leave to be cached")
{
    TestServer test;
    auto reply = test.ask("GET", "/things/7", as_agent);
    CHECK(reply.status == 200);
    CHECK(
        reply.body ==
        fmt::format(R"({{"name":"7","actor":"{}","version":7}})", PersonId{1}.text()));
    CHECK(reply.headers["content-type"] == "application/json");
    CHECK(reply.headers["cache-control"] == "no-store");
    CHECK(reply.headers["x-content-type-options"] == "nosniff");
    CHECK(reply.headers["etag"] == "\"7\"");
    CHECK(reply.headers["date"].ends_with(" GMT"));
    CHECK(!reply.headers.contains("server"));
}

TEST_CASE("Server: an HTML page may load nothing but its own style and pictures")
{
    TestServer test;
    auto reply = test.ask("GET", "/mine", as_agent);
    CHECK(reply.headers["content-type"] == "text/html; charset=utf-8");
    CHECK(reply.headers["content-security-policy"].starts_with("default-src 'none'; style-src"));
}

TEST_CASE("Server: stops taking connections, but ends what is in flight")
{
    TestServer test;
    RawClient busy{test.server.port()};
    RawClient idle{test.server.port()};
    CHECK(idle.ask("GET", "/open/1").status == 200);
    busy.send("POST /open HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    CHECK(RawClient{test.server.port()}.ask("GET", "/open/1").status == 200);
    std::thread stopping{[&] { test.server.stop(4s); }};
    CHECK(idle.is_closed());
    busy.send("cd");
    auto reply = busy.read_reply();
    stopping.join();
    CHECK(reply.status == 201);
    CHECK(reply.headers["connection"] == "close");
    CHECK_THROWS(RawClient{test.server.port()});
}

TEST_CASE("Server: stops in time, also when a peer does not end its request")
{
    TestServer test;
    RawClient client{test.server.port()};
    client.send("POST /open HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
    CHECK(RawClient{test.server.port()}.ask("GET", "/open/1").status == 200);
    test.server.stop(50ms);
    CHECK(client.is_closed());
}
