#include "wire/smtp/traffic.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace tellfirst::smtp {
namespace {

using namespace std::chrono_literals;
using Kind = Outcome::Kind;

constexpr Traffic::TimePoint start{1h};

Outgoing to(std::uint64_t token, std::string_view domain)
{
    return {.token = token, .from = "us@x", .to = fmt::format("c{}@{}", token, domain), .data = {}};
}

// Brings them, sends them by connections 1, 2, 3, ... in turn.
void send(Traffic& traffic, std::string_view domain, int count, Traffic::TimePoint now)
{
    for (int i = 1; i <= count; ++i) {
        auto const message = to(static_cast<std::uint64_t>(i), domain);
        CHECK_FALSE(traffic.turn_away(message, now));
        traffic.left(message, static_cast<std::uint64_t>(i), now);
    }
}

TEST_CASE("group_of takes many names of one receiver together, and leaves all others alone")
{
    CHECK(group_of("ada@Example.COM") == "example.com");
    CHECK(group_of("ada@mail.example.com") == "mail.example.com");
    CHECK(group_of("ada@GoogleMail.com") == group_of("bert@gmail.com"));
    CHECK(group_of("ada@hotmail.com") == group_of("bert@msn.com"));
    CHECK(group_of("ada@notgmail.com") == "notgmail.com");
    CHECK(group_of("nonsense") == "nonsense");
}

TEST_CASE("asks_for_less hears 421, 450, 451 and 4.7.x, and nothing else")
{
    for (auto const& [kind, code, enhanced, asks] :
         {std::tuple{Kind::deferred, 421, "", true}, std::tuple{Kind::deferred, 450, "", true},
          std::tuple{Kind::deferred, 451, "4.3.0", true},
          std::tuple{Kind::deferred, 452, "4.7.28", true},
          std::tuple{Kind::deferred, 452, "4.3.1", false}, std::tuple{Kind::deferred, 0, "", false},
          std::tuple{Kind::failed, 550, "5.7.1", false}, std::tuple{Kind::accepted, 250, "", false},
          std::tuple{Kind::unknown, 421, "", false}})
        CHECK(
            asks_for_less({.kind = kind, .code = code, .enhanced = enhanced, .text = {}}) == asks);
}

TEST_CASE("Traffic slows a domain that asks for less, and no other")
{
    Traffic traffic{{.connections = 4}};
    send(traffic, "busy.test", 4, start);
    traffic.settled(
        {.token = 1, .kind = Kind::deferred, .code = 451, .enhanced = "4.7.1"}, start + 1ms);
    CHECK_FALSE(traffic.turn_away(to(11, "busy.test"), start + 2ms));
    CHECK(traffic.turn_away(to(12, "busy.test"), start + 2ms) == start + 502ms);
    CHECK(traffic.turn_away(to(13, "busy.test"), start + 2ms) == start + 1002ms);
    for (std::uint64_t token = 20; token < 40; ++token)
        CHECK_FALSE(traffic.turn_away(to(token, "other.test"), start + 2ms));
    CHECK_FALSE(traffic.turn_away(to(12, "busy.test"), start + 502ms));
}

TEST_CASE("Traffic keeps each domain within the rate that was set for all")
{
    Traffic traffic{{.connections = 4, .domain_per_second = 2}};
    for (std::string_view const domain : {"a.test", "b.test"}) {
        CHECK_FALSE(traffic.turn_away(to(1, domain), start));
        CHECK_FALSE(traffic.turn_away(to(2, domain), start));
        CHECK(traffic.turn_away(to(3, domain), start));
    }
}

TEST_CASE("Traffic gives a lone domain all connections, and leaves one free where there are two")
{
    Traffic traffic{{.connections = 3}};
    send(traffic, "a.test", 2, start);
    CHECK(traffic.may_leave_by_new(to(9, "a.test"), start));
    CHECK_FALSE(traffic.turn_away(to(10, "b.test"), start));
    CHECK_FALSE(traffic.may_leave_by_new(to(9, "a.test"), start));
    CHECK(traffic.may_leave_by(to(9, "a.test"), 2, start));
    CHECK(traffic.may_leave_by_new(to(10, "b.test"), start));

    traffic.settled({.token = 1, .kind = Kind::accepted, .code = 250}, start);
    CHECK(traffic.may_leave_by_new(to(9, "a.test"), start));
    traffic.left(to(9, "a.test"), 3, start);
    CHECK_FALSE(traffic.may_leave_by_new(to(11, "a.test"), start));
    CHECK(traffic.may_leave_by_new(to(11, "a.test"), start + 2min));  // b.test has no more mail
}

TEST_CASE("Traffic keeps a domain that gives no answer from filling the queue of the others")
{
    Traffic traffic{{.connections = 3}};
    CHECK_FALSE(traffic.turn_away(to(10, "b.test"), start));
    send(traffic, "a.test", 2, start);
    CHECK_FALSE(traffic.stuck_until(to(9, "a.test"), start + 1s));
    CHECK(traffic.stuck_connections(start + 1s) == 0);
    CHECK(traffic.stuck_until(to(9, "a.test"), start + 2s) == start + 12s);
    CHECK(traffic.stuck_connections(start + 2s) == 2);
    CHECK(traffic.turn_away(to(9, "a.test"), start + 2s) == start + 12s);
    CHECK_FALSE(traffic.stuck_until(to(10, "b.test"), start + 2s));
    CHECK_FALSE(traffic.turn_away(to(10, "b.test"), start + 2s));

    traffic.settled({.token = 1, .kind = Kind::accepted, .code = 250}, start + 3s);
    CHECK_FALSE(traffic.stuck_until(to(9, "a.test"), start + 3s));
    CHECK_FALSE(traffic.turn_away(to(9, "a.test"), start + 3s));
}

TEST_CASE("Traffic sees sooner that a domain is stuck where the others are answered fast")
{
    Traffic traffic{{.connections = 3}};
    for (std::uint64_t token = 100; token < 200; ++token) {
        traffic.left(to(token, "b.test"), 3, start);
        traffic.settled({.token = token, .kind = Kind::accepted, .code = 250}, start + 25ms);
    }
    send(traffic, "a.test", 2, start);
    CHECK_FALSE(traffic.turn_away(to(10, "b.test"), start));
    CHECK_FALSE(traffic.turn_away(to(9, "a.test"), start));
    CHECK_FALSE(traffic.stuck_until(to(9, "a.test"), start + 199ms));
    // At first for a short while, then for longer.
    CHECK(traffic.stuck_until(to(9, "a.test"), start + 200ms) == start + 1200ms);
    CHECK(traffic.stuck_until(to(9, "a.test"), start + 1s) == start + 6s);
    CHECK(traffic.stuck_until(to(9, "a.test"), start + 30s) == start + 40s);
}

TEST_CASE("Traffic lets the mail of a lone domain wait, however long it gives no answer")
{
    Traffic traffic{{.connections = 3}};
    send(traffic, "a.test", 3, start);
    CHECK_FALSE(traffic.stuck_until(to(9, "a.test"), start + 1h));
    CHECK_FALSE(traffic.turn_away(to(9, "a.test"), start + 1h));
}

TEST_CASE("Traffic takes a message that came back for one that is not on its way")
{
    Traffic traffic{{.connections = 2}};
    CHECK_FALSE(traffic.turn_away(to(10, "b.test"), start));
    send(traffic, "a.test", 1, start);
    CHECK_FALSE(traffic.may_leave_by_new(to(2, "a.test"), start));
    traffic.came_back(1);
    CHECK(traffic.may_leave_by_new(to(2, "a.test"), start));
    traffic.came_back(1);
    traffic.settled({.token = 1, .kind = Kind::accepted, .code = 250}, start);
}

TEST_CASE("Traffic slows the domain about which a connection was closed")
{
    Traffic traffic{{.connections = 2}};
    send(traffic, "a.test", 1, start);
    traffic.blame(1, start + 1ms);
    traffic.came_back(1);
    CHECK_FALSE(traffic.turn_away(to(2, "a.test"), start + 1ms));
    CHECK(traffic.turn_away(to(3, "a.test"), start + 1ms));
}

TEST_CASE("Traffic forgets domains that it need not remember")
{
    Traffic traffic{{.connections = 2, .domain_per_second = 1}};
    send(traffic, "a.test", 1, start);
    for (std::uint64_t token = 100; token < 30'100; ++token)
        CHECK_FALSE(traffic.turn_away(to(token, fmt::format("{}.test", token)), start));
    traffic.settled({.token = 1, .kind = Kind::accepted, .code = 250}, start);
    CHECK(traffic.turn_away(to(2, "a.test"), start));
}

}  // namespace
}  // namespace tellfirst::smtp
