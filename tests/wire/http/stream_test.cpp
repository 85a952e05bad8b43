// Event streams over real sockets; the hub and the stream are one mechanism.
#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

namespace {

// Opens a stream; answers the client that has read its head.
[[nodiscard]] std::unique_ptr<RawClient>
listen(TestServer& test, std::string_view last_event_id = "")
{
    auto client = std::make_unique<RawClient>(test.server.port());
    auto const resume =
        last_event_id.empty() ? "" : fmt::format("Last-Event-ID: {}\r\n", last_event_id);
    client->send(fmt::format("GET /events HTTP/1.1\r\nHost: a\r\n{}{}\r\n", as_auditor, resume));
    auto const head = client->read_until("\r\n\r\n");
    CHECK(head.starts_with("HTTP/1.1 200"));
    CHECK(head.contains("content-type: text/event-stream"));
    return client;
}

}  // namespace

TEST_CASE("stream: who listens hears what happens from now on, in order")
{
    TestServer test;
    test.make();
    auto const one = listen(test);
    auto const two = listen(test);
    test.make();
    test.make();
    for (auto* const client : {one.get(), two.get()}) {
        CHECK(client->read_until("\n\n").starts_with("id: 2\nevent: fact\ndata: {\"seq\":2,"));
        CHECK(client->read_until("\n\n").starts_with("id: 3\n"));
    }
}

TEST_CASE("stream: who comes back hears what he missed, and then what is new")
{
    TestServer test;
    for (int i = 0; i < 4; ++i)
        test.make();
    auto const other = listen(test);  // so that the hub is further on
    auto const client = listen(test, "2");
    CHECK(client->read_until("\n\n").starts_with("id: 3\n"));
    CHECK(client->read_until("\n\n").starts_with("id: 4\n"));
    test.make();
    CHECK(client->read_until("\n\n").starts_with("id: 5\n"));
}

TEST_CASE("stream: who missed too much is told to load afresh, and goes on from there")
{
    TestServer test;
    test.world.write([](Call& call) {
        for (int i = 0; i < 1'002; ++i)
            call.tell(ThingMade{.thing = call.new_id<TicketId>()});
    });
    auto const client = listen(test, "1");
    CHECK(client->read_until("\n\n") == "id: 1002\nevent: reset\ndata: {}\n\n");
    test.make();
    CHECK(client->read_until("\n\n").starts_with("id: 1003\n"));
}

TEST_CASE("stream: is closed to who may not read facts")
{
    TestServer test;
    CHECK(test.ask("GET", "/events").status == 401);
}

TEST_CASE("stream: stays alive by comments")
{
    TestServer test{{.keep_alive = 50ms, .sweep = 10ms}};
    auto const client = listen(test);
    CHECK(client->read_until("\n\n") == ":\n\n");
    CHECK(client->read_until("\n\n") == ":\n\n");
}

TEST_CASE("stream: hears a moment later what another process on the same file told")
{
    TestServer test{{.keep_alive = 50ms, .sweep = 10ms}};
    auto const client = listen(test);
    auto const beside = db::open(test.world.fresh.address());
    House const house{*beside, test.world.clock, test.world.settings, test.world.ids};
    house.write(Actor::system(), [](Call& call) {
        call.tell(ThingMade{.thing = call.new_id<TicketId>()});
    });
    std::string heard;
    for (int comments = 0; comments < 100 && !heard.starts_with("id: 1\n"); ++comments)
        heard = client->read_until("\n\n");
    CHECK(heard.starts_with("id: 1\nevent: fact\n"));
}

TEST_CASE("stream: who is too far behind is dropped")
{
    TestServer test{{.stream_queue = 1'000}};
    auto const client = listen(test);
    test.world.write([](Call& call) {
        for (int i = 0; i < 100; ++i)
            call.tell(ThingMade{.thing = call.new_id<TicketId>()});
    });
    (void)client->read_until("never");
    CHECK(client->is_closed());
}

TEST_CASE("stream: ends when the server stops")
{
    TestServer test;
    auto const client = listen(test);
    test.server.stop(4s);
    CHECK(client->is_closed());
}
