#include "promises/standing.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::promises;
using namespace std::chrono_literals;

TEST_CASE("a promise's standing: in time until its due moment itself, missed from then on for good")
{
    Instant const due{1'000'000s};
    struct Row {
        std::string_view why;
        Promise promise;
        Instant now;
        State done, dropped;
    };
    for (auto const& row : std::vector<Row>{
             {"before", {.due_at = due}, due - 1us, State::kept, State::withdrawn},
             {"at the moment", {.due_at = due}, due, State::kept, State::withdrawn},
             {"after", {.due_at = due}, due + 1us, State::late, State::broken},
             {"late, then moved",
              {.state = State::late, .due_at = due},
              due - 1h,
              State::late,
              State::broken},
             {"without a date", {.no_date = NoDate::legal}, due, State::kept, State::withdrawn}}) {
        CAPTURE(row.why);
        CHECK(state_when_done(row.promise, row.now) == row.done);
        CHECK(state_when_dropped(row.promise, row.now) == row.dropped);
        CHECK(is_missed(row.promise, row.now) == (row.done == State::late));
    }
}

TEST_CASE("next_midnight: by the zone's own day, also where that day has 23 hours")
{
    auto const at = [](char const* text) { return *parse_rfc3339(text); };
    CHECK(next_midnight(at("2026-03-04T10:00:00Z"), "Etc/UTC") == at("2026-03-05T00:00:00Z"));
    CHECK(next_midnight(at("2026-03-05T00:00:00Z"), "Etc/UTC") == at("2026-03-06T00:00:00Z"));
    CHECK(
        next_midnight(at("2026-03-04T10:00:00Z"), "Pacific/Auckland") ==
        at("2026-03-04T11:00:00Z"));
    CHECK(next_midnight(at("2026-03-29T00:30:00Z"), "Europe/Berlin") == at("2026-03-29T22:00:00Z"));
    CHECK(next_midnight(at("2026-03-04T10:00:00Z"), "Nowhere/Land") == at("2026-03-05T00:00:00Z"));
}
