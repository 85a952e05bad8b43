// What every carrier promises, held against each of them over real sockets.
#include "notify/channels/carriers.hpp"
#include "wire/http/silent_peer.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("Carrier: what its peer takes is accepted, with the peer's answer")
{
    for_each_carrier([](Stand& stand) {
        stand.peer.answers({.status = 201, .body = "taken"});
        auto const carried = stand.send();
        CHECK(carried.kind == Carried::Kind::accepted);
        CHECK(carried.code == 201);
        CHECK(stand.peer.asked().size() == 1);
    });
}

TEST_CASE("Carrier: a peer in disorder is asked again later, one that refuses is not")
{
    for_each_carrier([](Stand& stand) {
        stand.peer.answers({.status = 500, .body = "oh\r\n\xff no"});
        auto const later = stand.send();
        CHECK(later.kind == Carried::Kind::later);
        CHECK(later.code == 500);
        CHECK(is_utf8(later.words));
        stand.peer.answers({.status = 400, .body = std::string(5000, 'x')});
        auto const refused = stand.send();
        CHECK(refused.kind == Carried::Kind::refused);
        CHECK(refused.words.size() < 400);
    });
}

TEST_CASE("Carrier: a peer that wants less says for how long, and nothing was tried")
{
    for_each_carrier([](Stand& stand) {
        stand.peer.answers({.status = 429, .headers = {{"retry-after", "120"}}});
        auto const carried = stand.send();
        bool const waits =
            carried.kind == Carried::Kind::away || carried.kind == Carried::Kind::closed;
        CHECK(waits);
        CHECK(carried.again_in == 120s);
    });
}

TEST_CASE("Carrier: where nobody listens it waits, and says why")
{
    for_each_carrier([](Stand& stand) {
        stand.leads_to(9);  // nobody listens there
        auto const carried = stand.send();
        bool const waits =
            carried.kind == Carried::Kind::away || carried.kind == Carried::Kind::closed;
        CHECK(waits);
        CHECK(carried.again_in > 0s);
        CHECK(!carried.words.empty());
    });
}

TEST_CASE("Carrier: a peer that hangs up on what it was sent may have taken it")
{
    for_each_carrier([](Stand& stand) {
        http::SilentPeer const peer;
        std::jthread const hangs_up{[&] {
            auto const socket = peer.take();
            std::array<char, 4096> question{};
            CHECK(::recv(socket, question.data(), question.size(), 0) > 0);
            ::close(socket);
        }};
        stand.leads_to(peer.port());
        CHECK(stand.send().kind == Carried::Kind::doubtful);
    });
}

TEST_CASE("Carrier: one that was told to stop ends, and claims nothing")
{
    for_each_carrier([](Stand& stand) {
        std::stop_source stopped;
        stopped.request_stop();
        stand.peer.answers([](http::Request const&) { return http::Reply{.status = 500}; });
        CHECK(stand.send(stopped.get_token()).kind != Carried::Kind::accepted);
    });
}

TEST_CASE("Carrier: a test goes to whom it names, and nowhere where nobody is named")
{
    for_each_carrier([](Stand& stand) {
        auto const tried = stand.carrier->try_out(stand.somebody);
        REQUIRE(tried);
        CHECK(tried->kind == Carried::Kind::accepted);
        CHECK(stand.peer.asked().size() == 1);
        auto const nobody = stand.carrier->try_out("nobody");
        REQUIRE(nobody.has_error());
        CHECK(nobody.error().field == "to");
        CHECK(stand.peer.asked().size() == 1);
    });
}
