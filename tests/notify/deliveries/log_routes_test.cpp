#include "notify/deliveries/log.hpp"

#include "notify/samples.hpp"
#include "support/ask.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::notify;
using namespace tellfirst::notify::samples;

TEST_CASE("GET /api/v1/contacts/{id}/deliveries: pages of notices, for who may read the proof")
{
    support::World world;
    http::Table table;
    add_log_routes(table);
    auto const ada = add(world, {.name = "ada"});
    say(world, outage(1), 0s);
    say(world, resolved(2), 0s);
    auto const ask = [&](Actor const& actor, std::string const& path) {
        return support::ask(world, table, actor, {.method = "GET", .path = path});
    };
    auto const path = fmt::format("/api/v1/contacts/{}/deliveries", ada.text());
    auto const first = support::json_of(*ask(Actor::system(), path + "?limit=1"));
    CHECK(first.at_pointer("/items/0/state") == "resolved");
    auto const next = std::string{first.at("next").as_string()};
    auto const second = support::json_of(*ask(Actor::system(), path + "?limit=1&after=" + next));
    CHECK(second.at_pointer("/items/0/deliveries/0/address") == "ada@example.test");
    CHECK(second.at("next").is_null());
    CHECK(
        ask(Actor::system(), "/api/v1/contacts/" + ContactId{5}.text() + "/deliveries")
            .error()
            .code == "contact.not_found");
    CHECK(ask(Actor::nobody(), path).error().code == "http.right_missing");
}
