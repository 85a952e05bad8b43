// A request to its transaction and back.
#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

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
