// How one event stream begins.
#include "wire/http/server.hpp"

#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

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
