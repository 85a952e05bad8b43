#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

// For tests of what happens when a peer is slow.
[[nodiscard]] Limits short_limits()
{
    return {.header = 150ms, .body = 150ms, .idle = 150ms, .write = 150ms, .sweep = 20ms};
}

}  // namespace

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

TEST_CASE("Server: unknown paths are 404, unknown methods 405 with those that there are")
{
    TestServer test;
    CHECK(test.ask("GET", "/nowhere").status == 404);
    auto reply = test.ask("PUT", "/things/1", "", "{}");
    CHECK(reply.status == 405);
    CHECK(reply.headers["allow"] == "GET, HEAD");
    CHECK(reply.headers["content-type"] == "application/problem+json");
    CHECK(reply.body.contains(R"("code":"http.no_such_method")"));
}

TEST_CASE("Server: a route asks who it is, then what he may do")
{
    TestServer test;
    auto stranger = test.ask("POST", "/things", "", "{}");
    CHECK(stranger.status == 401);
    CHECK(stranger.headers["www-authenticate"] == "Bearer");
    CHECK(test.ask("POST", "/things", as_auditor, "{}").status == 403);
    CHECK(test.ask("POST", "/things", as_agent, "{}").status == 201);
    CHECK(test.ask("GET", "/mine").status == 401);
    CHECK(test.ask("GET", "/mine", as_auditor).status == 200);
    CHECK(test.things() == 1);
}

TEST_CASE("Server: a stale token is refused, but not from what is open to anyone")
{
    TestServer test;
    auto const* const stale = "Authorization: Bearer stale\r\n";
    CHECK(test.ask("GET", "/things/1", stale).body.contains("test.stale"));
    CHECK(test.ask("GET", "/open/1", stale).status == 200);
}

TEST_CASE("Server: a refused request has written nothing")
{
    TestServer test;
    auto const reply = test.ask("POST", "/things", as_agent, "no");
    CHECK(reply.status == 422);
    CHECK(reply.body.contains(R"("errors":[{"field":"name","code":"thing.no")"));
    CHECK(test.things() == 0);
}

TEST_CASE("Server: a handler that fails writes nothing and tells nothing of why")
{
    TestServer test;
    auto const reply = test.ask("POST", "/things", as_agent, "bug");
    CHECK(reply.status == 500);
    CHECK(reply.headers.at("content-type") == "application/problem+json");
    CHECK(!reply.body.contains("secret"));
    CHECK(test.things() == 0);
    CHECK(test.ask("POST", "/slow", as_agent, "bug").status == 500);
    CHECK(test.ask("POST", "/things", as_agent, "{}").status == 201);
}

TEST_CASE("Server: slow work runs beside the transaction, with the same rights")
{
    TestServer test;
    CHECK(test.ask("POST", "/slow", "", "{}").status == 401);
    CHECK(test.ask("POST", "/slow", as_agent, "{}").status == 201);
    CHECK(test.things() == 1);
}

TEST_CASE("Server: who asks for slow work may be marked as seen")
{
    TestServer test;
    auto const headers = std::string{as_agent} + "X-Mark: 1\r\n";
    CHECK(test.ask("POST", "/slow", headers, "{}").status == 201);
    CHECK(test.things() == 2);
}

TEST_CASE("Server: HEAD is answered like GET, without a body")
{
    TestServer test;
    RawClient client{test.server.port()};
    auto const head = client.ask("HEAD", "/open/abc");
    CHECK(head.status == 200);
    auto const get = client.ask("GET", "/open/abc");
    CHECK(head.headers.at("content-length") == std::to_string(get.body.size()));
    CHECK(get.body.starts_with("{"));
}

TEST_CASE("Server: requests that come in one piece are answered one by one, in order")
{
    TestServer test;
    RawClient client{test.server.port()};
    std::string all;
    for (int i = 0; i < 5; ++i)
        all += fmt::format(
            "POST /open HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n\r\n{}", i,
            std::string(static_cast<std::size_t>(i), 'x'));
    client.send(all + "GET /open/last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 5; ++i)
        CHECK(client.read_reply().body.contains(fmt::format(R"("length":{})", i)));
    auto const last = client.read_reply();
    CHECK(last.body.contains("last"));
    CHECK(last.headers.at("connection") == "close");
    CHECK(client.is_closed());
}

TEST_CASE("Server: a chunked body is joined")
{
    TestServer test;
    RawClient client{test.server.port()};
    client.send("POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n");
    CHECK(client.read_reply().body.contains(R"("length":7)"));
}

TEST_CASE("Server: who asks for leave to send a body gets it, or hears why not")
{
    TestServer test;
    RawClient client{test.server.port()};
    auto const head = "POST /open HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
    client.send(fmt::format("{}5\r\n\r\n", head));
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("12345");
    CHECK(client.read_reply().status == 201);
    client.send(fmt::format("{}500\r\n\r\n", head));
    CHECK(client.read_reply().status == 413);
}

TEST_CASE("Server: headers over 16 KiB are refused")
{
    TestServer test;
    auto const reply = test.ask("GET", "/open/1", "X: " + std::string(17'000, 'x') + "\r\n");
    CHECK(reply.status == 431);
    CHECK(test.ask("GET", "/open/1", "X: " + std::string(15'000, 'x') + "\r\n").status == 200);
}

TEST_CASE("Server: a body over the route's limit is refused, announced or not")
{
    TestServer test;
    CHECK(test.ask("POST", "/open", "", std::string(100, 'x')).status == 201);
    auto const announced = test.ask("POST", "/open", "", std::string(101, 'x'));
    CHECK(announced.status == 413);
    CHECK(announced.body.contains("http.body_too_large"));
    RawClient client{test.server.port()};
    client.send(
        "POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "65\r\n" +
        std::string(101, 'x') + "\r\n0\r\n\r\n");
    CHECK(client.read_reply().status == 413);
}

TEST_CASE("Server: what stands between two chunks is limited, too")
{
    TestServer test;
    for (std::string_view const begun : {"1;x=", "0\r\nX: "}) {
        RawClient client{test.server.port()};
        client.send("POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.send(begun);
        client.send(std::string(200'000, 'x'));
        CHECK_MESSAGE(client.read_reply().status == 400, begun);
    }
}

TEST_CASE("Server: what is not plainly one HTTP/1.1 request is refused and the line cut")
{
    TestServer test;
    for (std::string_view const bytes :
         {"nonsense\r\n\r\n", "GET /open/1 HTTP/1.1\r\n\r\n",
          "GET /open/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET /open/%2F HTTP/1.1\r\nHost: a\r\n\r\n",
          "GET http://a/open/1 HTTP/1.1\r\nHost: a\r\n\r\n",
          "POST /open HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
          "POST /open HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
          "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          "POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
          "POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
          "POST /open HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n"
          "Content-Length: 1\r\n\r\na",
          "POST /open HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"}) {
        RawClient client{test.server.port()};
        client.send(bytes);
        CHECK_MESSAGE(client.read_reply().status == 400, bytes);
        CHECK_MESSAGE(client.is_closed(), bytes);
    }
    CHECK(test.things() == 0);
}

TEST_CASE("Server: who sends his headers or his body too slowly is dropped")
{
    TestServer test{short_limits()};
    for (std::string_view const begun :
         {"GET /open/1 HTTP/1.1\r\nHo", "",
          "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"}) {
        RawClient client{test.server.port()};
        client.send(begun);
        CHECK_MESSAGE(client.is_closed(), begun);
    }
}

TEST_CASE("Server: a connection that asks nothing more is closed")
{
    TestServer test{{.idle = 150ms, .sweep = 20ms}};
    RawClient client{test.server.port()};
    CHECK(client.ask("GET", "/open/1").status == 200);
    CHECK(client.is_closed());
}

TEST_CASE("Server: the same creating request with the same key is answered from the store")
{
    TestServer test;
    auto const key = fmt::format("{}Idempotency-Key: one\r\n", as_agent);
    auto first = test.ask("POST", "/things", key, "abc");
    auto again = test.ask("POST", "/things", key, "abc");
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
    CHECK(again.headers["location"] == "/things/1");
    CHECK(again.headers["idempotency-replayed"] == "true");
    CHECK(!first.headers.contains("idempotency-replayed"));
    CHECK(test.things() == 1);
}

TEST_CASE("Server: requests that another site made a browser send are refused")
{
    TestServer test;
    std::string const cookie = "Cookie: session=agent\r\n";
    auto const cross = test.ask("POST", "/things", cookie + "Sec-Fetch-Site: cross-site\r\n", "{}");
    CHECK(cross.status == 403);
    CHECK(cross.body.contains("http.cross_site"));
    CHECK(test.ask("POST", "/things", cookie, "{}").status == 403);
    CHECK(
        test.ask("POST", "/things", cookie + "Sec-Fetch-Site: same-origin\r\n", "{}").status ==
        201);
    CHECK(test.ask("GET", "/things/1", cookie + "Sec-Fetch-Site: cross-site\r\n").status == 200);
    CHECK(test.things() == 1);
}

TEST_CASE("Server: strangers may write so often and no more; who is known is not counted")
{
    TestServer test{{.strangers = {.per_second = 0.1, .burst = 2}}};
    CHECK(test.ask("POST", "/open", "", "{}").status == 201);
    CHECK(test.ask("POST", "/open", "", "{}").status == 201);
    auto reply = test.ask("POST", "/open", "", "{}");
    CHECK(reply.status == 429);
    CHECK(reply.headers["retry-after"] == "10");
    CHECK(test.ask("GET", "/open/1").status == 200);
    CHECK(test.ask("POST", "/things", as_agent, "{}").status == 201);
}

TEST_CASE("Server: a GET that counts strangers is limited as what they write is")
{
    TestServer test{{.strangers = {.per_second = 0.1, .burst = 2}}};
    CHECK(test.ask("GET", "/way/1").status == 200);
    CHECK(test.ask("POST", "/open", "", "{}").status == 201);
    CHECK(test.ask("GET", "/way/1").status == 429);
    CHECK(test.ask("GET", "/open/1").status == 200);
}

TEST_CASE("Server: a route that takes gusts has a bucket of its own")
{
    TestServer test{{.strangers = {.per_second = 0.1, .burst = 1}}};
    CHECK(test.ask("POST", "/open", "", "{}").status == 201);
    CHECK(test.ask("POST", "/open", "", "{}").status == 429);
    for (int i = 0; i < 5; ++i)
        CHECK(test.ask("POST", "/gusts", "", "{}").status == 201);
    CHECK(test.ask("POST", "/gusts", "", "{}").status == 429);
}

TEST_CASE("Server: a GET that says that it writes does so")
{
    TestServer test;
    CHECK(test.ask("GET", "/said").status == 201);
    CHECK(test.things() == 1);
}

TEST_CASE("Server: of several X-Forwarded-For the trusted proxy's own is the last")
{
    TestServer test{
        {.strangers = {.per_second = 0.001, .burst = 1}}, {}, {}, {std::string{"127.0.0.1"}}};
    auto const from = [&](std::string_view forged, std::string_view own) {
        auto const headers =
            fmt::format("X-Forwarded-For: {}\r\nX-Forwarded-For: {}\r\n", forged, own);
        return test.ask("POST", "/open", headers, "a").status;
    };
    CHECK(from("192.0.2.1", "203.0.113.1") == 201);
    CHECK(from("192.0.2.2", "203.0.113.1") == 429);
    CHECK(from("192.0.2.2", "203.0.113.2") == 201);
}

TEST_CASE("Server: a hot page is sent as it was made, in the form that the browser takes")
{
    auto const page = make_hot_page({.body = std::string(5'000, 'a')});
    TestServer test{{}, [page](std::string_view host, std::string_view path) {
                        return host == "localhost" && path == "/" ? page : nullptr;
                    }};
    RawClient client{test.server.port()};
    auto plain = client.ask("GET", "/?utm=1");
    CHECK(plain.status == 200);
    CHECK(plain.body == std::string(5'000, 'a'));
    auto packed = client.ask("GET", "/", "Accept-Encoding: gzip, br\r\n");
    CHECK(packed.headers["content-encoding"] == "br");
    CHECK(packed.body == page->brotli->body);
    auto const head = client.ask("HEAD", "/");
    CHECK(head.headers.at("content-length") == "5000");
    auto known = client.ask("GET", "/", "If-None-Match: " + packed.headers["etag"] + "\r\n");
    CHECK(known.status == 304);
    CHECK(known.headers["date"].ends_with("GMT"));
    CHECK(client.ask("GET", "/open/1").status == 200);
    CHECK(client.ask("POST", "/", "", "{}").status == 404);
}

TEST_CASE("Server: a page that is made when asked for is sent like a hot one")
{
    auto const page = make_hot_page({.body = std::string(5'000, 'a')});
    TestServer test{
        {},
        {},
        {},
        {},
        {.prefix = "/p/",
         .make = [page](std::string_view host, std::string_view path)
             -> Result<std::shared_ptr<HotPage const>> {
             if (path == "/p/away")
                 return Problem{.kind = Refusal::unavailable, .code = "test.away"};
             if (path == "/p/bug")
                 throw std::runtime_error{"bug"};
             return host == "localhost" && path == "/p/a" ? page : nullptr;
         }}};
    RawClient client{test.server.port()};
    auto const made = client.ask("GET", "/p/a?utm=1", "Accept-Encoding: br\r\n");
    CHECK(made.status == 200);
    CHECK(made.body == page->brotli->body);
    CHECK(client.ask("HEAD", "/p/a").headers.at("content-length") == "5000");
    CHECK(client.ask("GET", "/p/b").status == 404);
    CHECK(client.ask("POST", "/p/a", "", "{}").status == 404);
    CHECK(client.ask("GET", "/p/away").status == 503);
    CHECK(client.ask("GET", "/p/bug").status == 503);
}

TEST_CASE("Server: what a row of the table does not know may be a page that is made")
{
    auto const page = make_hot_page({.body = "made"});
    TestServer test{
        {},
        {},
        {},
        {},
        {.prefix = "/nobodys/",
         .make = [page](std::string_view, std::string_view path)
             -> Result<std::shared_ptr<HotPage const>> {
             if (path == "/nobodys/later")
                 return Problem{.kind = Refusal::unavailable, .code = "test.later"};
             return path == "/nobodys/made" ? page : nullptr;
         }}};
    RawClient client{test.server.port()};
    CHECK(client.ask("GET", "/nobodys/made").body == "made");
    CHECK(client.ask("GET", "/nobodys/1").status == 404);
    CHECK(client.ask("GET", "/nobodys/later").status == 503);
}

TEST_CASE("Server: a host is found in whatever way its name is written")
{
    auto const page = make_hot_page({.body = "a page"});
    TestServer test{{}, [page](std::string_view host, std::string_view) {
                        return host == "status.lens.test" ? page : nullptr;
                    }};
    RawClient client{test.server.port()};
    for (std::string const host :
         {"status.lens.test", "Status.Lens.TEST", "status.lens.test:8080", "status.lens.test.",
          "Status.Lens.test.:8080"}) {
        CAPTURE(host);
        client.send("GET /nothing HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        CHECK(client.read_reply().status == 200);
    }
}

TEST_CASE("Server: what a host hides is nothing there, by whatever method, and something elsewhere")
{
    auto const page = make_hot_page({.body = "ours"});
    auto const lost = make_hot_page({.body = "lost", .status = 404});
    TestServer test{
        {},
        [=](std::string_view, std::string_view path) {
            return path == lost_path ? lost : path == "/ours" ? page : nullptr;
        },
        {},
        {},
        {},
        [](std::string_view host, std::string_view path) {
            return host == "status.lens.test" && (path == "/ours" || path.starts_with("/open"));
        }};
    auto const ask = [&](std::string_view host, std::string_view method, std::string_view path) {
        RawClient client{test.server.port()};
        client.send(fmt::format(
            "{} {} HTTP/1.1\r\nHost: {}\r\nContent-Length: 2\r\n\r\n{{}}", method, path, host));
        return client.read_reply();
    };
    for (auto const& [method, path] :
         {std::pair{"GET", "/open/1"}, {"GET", "/%6fpen/1"}, {"POST", "/open"}, {"PUT", "/open"}}) {
        CAPTURE(method);
        CAPTURE(path);
        auto const hidden = ask("status.lens.test", method, path);
        CHECK(hidden.status == 404);
        CHECK(hidden.body == ask("status.lens.test", method, "/nothing").body);
        CHECK(ask("else.test", method, path).status != 404);
    }
    CHECK(test.ask("GET", "/ours").body == "ours");
    RawClient client{test.server.port()};
    client.send("GET /ours HTTP/1.1\r\nHost: status.lens.test\r\n\r\n");
    CHECK(client.read_reply().body == "lost");
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
