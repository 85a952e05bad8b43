#include "wire/smtp/succession.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace tellfirst::smtp {
namespace {

using namespace std::chrono_literals;

constexpr Succession::TimePoint start{1h};

Succession two()
{
    return {2, {.first = 1s, .longest = 4s}};
}

TEST_CASE("Succession stays with the first relay while it works")
{
    auto relays = two();
    CHECK(relays.pick(start) == 0);
    CHECK(relays.pick(start) == 0);
    relays.ended(0);
    CHECK_FALSE(relays.worked(0));
    CHECK(relays.pick(start) == 0);
    CHECK_FALSE(relays.all_failed());
}

TEST_CASE("Succession goes to the next when one has failed, and tries that one again after a pause")
{
    auto relays = two();
    CHECK(relays.failed(0, start) == 1s);
    CHECK(relays.pick(start) == 1);
    CHECK(relays.tries_again_at() == start + 1s);
    CHECK(relays.pick(start + 1s) == 0);
    CHECK(relays.pick(start + 1s) == 1);  // one connection at a time tries it
    CHECK(relays.worked(0));
    CHECK(relays.pick(start + 1s) == 0);
    CHECK(relays.pick(start + 1s) == 0);
}

TEST_CASE("Succession doubles the pause with each failure, up to the longest")
{
    auto relays = two();
    CHECK(relays.failed(0, start) == 1s);
    CHECK(relays.failed(0, start) == 2s);
    CHECK(relays.failed(0, start) == 4s);
    CHECK(relays.failed(0, start) == 4s);
    CHECK(relays.worked(0));
    CHECK(relays.failed(0, start) == 1s);
}

TEST_CASE("Succession has nobody to try when all have failed, until the first pause is over")
{
    auto relays = two();
    relays.failed(0, start);
    relays.failed(0, start);
    relays.failed(1, start);
    CHECK(relays.all_failed());
    CHECK_FALSE(relays.has_one_to_try(start));
    CHECK(relays.pick(start) == std::nullopt);
    CHECK(relays.tries_again_at() == start + 1s);
    CHECK(relays.has_one_to_try(start + 1s));
    CHECK(relays.pick(start + 1s) == 1);
}

TEST_CASE("Succession tries a relay again whose trial ended without an answer")
{
    auto relays = two();
    relays.failed(0, start);
    CHECK(relays.pick(start + 2s) == 0);
    relays.ended(0);
    CHECK(relays.pick(start + 2s) == 0);
}

TEST_CASE("Succession never picks a relay that it should leave alone, and always one that works")
{
    rc::check([] {
        auto const count = *rc::gen::inRange<std::size_t>(1, 4);
        Succession relays{count, {.first = 1s, .longest = 8s}};
        std::vector<Succession::TimePoint> closed_until(count);
        auto now = start;
        for (int step = 0; step < 40; ++step) {
            now += std::chrono::milliseconds{*rc::gen::inRange(0, 1500)};
            auto const picked = relays.pick(now);
            bool const any_works = std::ranges::any_of(
                closed_until, [](auto until) { return until == decltype(until){}; });
            RC_ASSERT(!any_works || picked);
            if (!picked)
                continue;
            RC_ASSERT(now >= closed_until[*picked]);
            switch (*rc::gen::inRange(0, 3)) {
            case 0: closed_until[*picked] = now + relays.failed(*picked, now); break;
            case 1: relays.worked(*picked), closed_until[*picked] = {}; break;
            default: relays.ended(*picked);
            }
        }
    });
}

}  // namespace
}  // namespace tellfirst::smtp
