#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

TEST_CASE("Pieces: what is too long for memory comes in pieces, and the connection goes on")
{
    TestServer test;
    RawClient client{test.server.port()};
    auto const said = " 1:" + PersonId{1}.text();
    client.send(fmt::format("GET /pieces/all HTTP/1.1\r\nHost: localhost\r\n{}\r\n", as_agent));
    auto const head = client.read_until("\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200 OK"));
    CHECK(ascii_lower(head).contains("transfer-encoding: chunked"));
    CHECK_FALSE(ascii_lower(head).contains("content-length"));
    auto const body = client.read_until("0\r\n\r\n");
    CHECK(body.starts_with(fmt::format("4\r\nhead\r\n{:x}\r\n{}\r\n", said.size(), said)));
    CHECK(body.contains(" 3:"));
    CHECK(client.ask("GET", "/things/7", as_agent).status == 200);
    CHECK(client.ask("HEAD", "/pieces/all", as_agent).headers["transfer-encoding"] == "chunked");
    CHECK(client.ask("GET", "/things/7", as_agent).status == 200);
}

TEST_CASE("Pieces: HTTP/1.0 gets the pieces unframed, up to the end of the connection")
{
    TestServer test;
    RawClient client{test.server.port()};
    client.send(fmt::format("GET /pieces/all HTTP/1.0\r\n{}\r\n", as_agent));
    auto const all = client.read_until("no such mark");
    auto const actor = PersonId{1}.text();
    CHECK(all.ends_with(fmt::format("\r\n\r\nhead 1:{0} 2:{0} 3:{0}", actor)));
    CHECK_FALSE(ascii_lower(all).contains("transfer-encoding"));
    CHECK(client.is_closed());
}

TEST_CASE("Pieces: a piece that cannot be made breaks off, so that a part is not taken for all")
{
    TestServer test;
    RawClient client{test.server.port()};
    client.send(fmt::format("GET /pieces/bad HTTP/1.1\r\nHost: localhost\r\n{}\r\n", as_agent));
    auto const all = client.read_until("no such mark");
    CHECK_FALSE(all.contains("0\r\n\r\n"));
    CHECK_FALSE(all.contains("secret"));
    CHECK(client.is_closed());
    CHECK(test.ask("GET", "/things/7", as_agent).status == 200);
}
