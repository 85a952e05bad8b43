// What an operator reads when a server of ours cannot open its door.
#include "wire/http/test_server.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::http;

TEST_CASE("Server: a door that is taken and a certificate that is none are refused in words")
{
    auto const begin = [](Listen listen) {
        support::World world;
        Table const table;
        Server server{
            {.listen = std::move(listen),
             .table = table,
             .house = world.house(),
             .resolver = test_caller}};
        server.start();
    };
    TestServer const first;
    auto const refusal =
        fmt::format("another program listens on 127.0.0.1:{} already", first.server.port());
    CHECK_THROWS_WITH(begin({.port = first.server.port()}), refusal.c_str());
    CHECK_THROWS_WITH(
        begin({.tls = TlsFiles{.certificate = "/nowhere.pem", .key = "/nowhere.key"}}),
        "the certificate /nowhere.pem cannot be used (No such file or directory)");
}
