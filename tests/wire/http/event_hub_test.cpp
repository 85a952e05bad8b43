// What all event streams share.
#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;
using namespace std::chrono_literals;

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

TEST_CASE("stream: stays alive by comments")
{
    TestServer test{{.keep_alive = 50ms, .sweep = 10ms}};
    auto const client = listen(test);
    CHECK(client->read_until("\n\n") == ":\n\n");
    CHECK(client->read_until("\n\n") == ":\n\n");
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
