#include "status/windows/occurrences.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const now = support::test_start;

}  // namespace

TEST_CASE("state_of: undeclared is reserved until it had to be declared, and not used from then on")
{
    CHECK(bool{state_of(std::nullopt, now, now - 1us) == OccurrenceState::reserved});
    CHECK(bool{state_of(std::nullopt, now, now) == OccurrenceState::not_used});
}

TEST_CASE("state_of: what was declared stands as its window does")
{
    using enum OccurrenceState;
    struct Row {
        bool is_used;
        std::optional<WindowState> window;
        OccurrenceState state;
        Instant begins = now;  // its window
    };
    for (auto const& row : std::vector<Row>{
             {false, {}, not_used},
             {true, WindowState::planned, will_be_used},
             {true, WindowState::started, used},
             {true, WindowState::finished, used},
             {true, WindowState::cancelled, cancelled},
             {true, WindowState::planned, moved, now + 1us},
             {true, WindowState::started, moved, now - 1h},
             {true, WindowState::finished, moved, now + 72h},
             {true, WindowState::cancelled, cancelled, now + 72h}}) {
        CAPTURE(name_of(row.state));
        Declared const said{
            .starts_at = now,
            .is_used = row.is_used,
            .window_state = row.window,
            .window_starts_at = row.begins};
        CHECK(bool{state_of(said, now - 48h, now) == row.state});
    }
}

TEST_CASE(
    "occurrences_of: each start has its end, its latest moment to be declared, and its window")
{
    SeriesTimes const times{
        .starts = {now, now + 168h},
        .declared =
            {{.starts_at = now + 168h,
              .is_used = true,
              .window = WindowId{7},
              .window_state = WindowState::planned}},
        .length = 90min,
        .lead = 48h};
    auto const found = occurrences_of(times, now + 1h);
    REQUIRE(found.size() == 2);
    CHECK(bool{found[0].state == OccurrenceState::not_used});
    CHECK(found[0].ends_at == now + 90min);
    CHECK(found[0].declare_by == now - 48h);
    CHECK(bool{found[1].state == OccurrenceState::will_be_used});
    CHECK(found[1].window == WindowId{7});
}
