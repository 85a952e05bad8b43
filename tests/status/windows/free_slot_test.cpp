#include "status/windows/free_slot.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const now = support::test_start;

Taken taken(Duration from, Duration to)
{
    return {.from = now + from, .to = now + to};
}

}  // namespace

TEST_CASE("first_free: the table of what is in the way and where there is room")
{
    struct Row {
        std::vector<Taken> taken;
        std::optional<Duration> free;
    };
    std::vector<Row> const table{
        {{}, 0h},
        {{taken(2h, 4h)}, 0h},                 // fits before, to the microsecond
        {{taken(2h - 1us, 4h)}, 4h},           // or not
        {{taken(-3h, 0h)}, 0h},                // is over
        {{taken(0h, 1h), taken(2h, 3h)}, 3h},  // the gap is too short
        {{taken(0h, 1h), taken(3h, 4h)}, 1h},
        {{taken(0h, 9h), taken(1h, 2h)}, 9h},
        {{taken(0h, 11h)}, std::nullopt},  // too late for the horizon of twelve hours
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        CAPTURE(i);
        auto const found = first_free(table[i].taken, now, 2h, now + 12h);
        CHECK(found.has_value() == table[i].free.has_value());
        if (found && table[i].free)
            CHECK(*found - now == *table[i].free);
    }
}

TEST_CASE("first_free: what it finds touches nothing, and nothing earlier would do")
{
    CHECK(rc::check([] {
        std::vector<Taken> spans;
        auto const count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i) {
            auto const from = std::chrono::hours{*rc::gen::inRange(-10, 60)};
            spans.push_back(taken(from, from + std::chrono::hours{*rc::gen::inRange(1, 20)}));
        }
        auto const length = std::chrono::hours{*rc::gen::inRange(1, 10)};
        auto const horizon = now + 100h;
        auto const is_free = [&](Instant start) {
            return start + length <= horizon && std::ranges::none_of(spans, [&](Taken const& span) {
                       return span.from < start + length && span.to > start;
                   });
        };
        auto const found = first_free(spans, now, length, horizon);
        if (found)
            RC_ASSERT(is_free(*found));
        for (auto at = now; at < found.value_or(horizon); at += 1h)
            RC_ASSERT(!is_free(at));
    }));
}
