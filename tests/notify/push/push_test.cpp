#include "notify/channels/carriers.hpp"
#include "wire/webpush/message.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

namespace {

// Ada with two browsers at one push service.
struct Ada {
    Ada()
    {
        stand.contact = add(stand.world, {.name = "ada"});
        stand_for_push(stand);
        stand.world.write([&](Call& call) {
            return add_push(call, stand.contact, browser_at(stand.peer.url("other")));
        });
    }

    [[nodiscard]] std::int64_t browsers()
    {
        return stand.world.read([&](Call& call) { return count_pushes(call.tx, stand.contact); });
    }

    Stand stand;
};

http::Reply only(http::Request const& request, std::string_view path, int status)
{
    return {.status = request.path == path ? status : 201};
}

}  // namespace

TEST_CASE("Push: every browser gets a sealed message with its end, its urgency and its proof")
{
    Ada ada;
    CHECK(ada.stand.send().kind == Carried::Kind::accepted);
    auto const asked = ada.stand.peer.asked();
    REQUIRE(asked.size() == 2);
    auto const& one = asked.front();
    CHECK(one.header("content-encoding") == "aes128gcm");
    CHECK(one.header("ttl") == "3600");
    CHECK(one.header("urgency") == "high");
    CHECK(one.header("topic") == incident.text());
    CHECK(one.header("authorization").starts_with("vapid t="));
    CHECK(one.body.size() > 86);
    CHECK(!one.body.contains("Mail"));
    CHECK(one.body != asked.back().body);
}

TEST_CASE("Push: a browser that is gone is removed, and the other one hears all the same")
{
    for (int const status : {404, 410}) {
        Ada ada;
        ada.stand.peer.answers(
            [&](http::Request const& request) { return only(request, "/browser", status); });
        CHECK(ada.stand.send().kind == Carried::Kind::accepted);
        CHECK(ada.browsers() == 1);
    }
}

TEST_CASE("Push: where the last browser is gone, the proof says so")
{
    Ada ada;
    ada.stand.peer.answers({.status = 410});
    CHECK(ada.stand.send().kind == Carried::Kind::refused);
    CHECK(ada.browsers() == 0);
    auto const nobody = ada.stand.send();
    CHECK(nobody.kind == Carried::Kind::refused);
    CHECK(nobody.words == "none of his browsers asks to be told");
}

TEST_CASE("Push: one browser that hears is enough; of none, the best hope counts")
{
    Ada ada;
    ada.stand.peer.answers(
        [](http::Request const& request) { return only(request, "/other", 500); });
    CHECK(ada.stand.send().kind == Carried::Kind::accepted);
    ada.stand.peer.answers([](http::Request const& request) {
        return http::Reply{.status = request.path == "/other" ? 500 : 400};
    });
    CHECK(ada.stand.send().kind == Carried::Kind::later);
    CHECK(ada.browsers() == 2);
}

TEST_CASE("Push: an address inside our own network is not called, and asks for nothing any more")
{
    Ada ada;
    ada.stand.carrier = std::make_unique<Push>(ada.stand.world.house(), http::Outgoing{});
    CHECK(ada.stand.send().kind == Carried::Kind::refused);
    CHECK(ada.stand.peer.asked().empty());
    CHECK(ada.browsers() == 0);
}

TEST_CASE("push_payload: title, line, link, and one place for all words of an incident")
{
    Message message{.words = outage(1), .said_at = support::test_start, .brand = {}};
    message.words.title = "Mail\nis " + std::string(300, 'x');
    message.link = "https://help.test/incidents/x";
    auto const payload = push_payload(message);
    CHECK(payload.title.starts_with("Mail is xxx"));
    CHECK(payload.title.size() <= 200);
    CHECK(payload.body.starts_with("Mail: down"));
    CHECK(payload.url == message.link);
    CHECK(payload.tag == incident.text());
    CHECK(write_json(to_json(payload)).size() < webpush::most_text_bytes);
}
