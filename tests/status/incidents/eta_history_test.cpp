#include "status/incidents/eta_history.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 12h;

Update word(Instant at, std::optional<Instant> eta)
{
    return {.when = {.eta_at = eta}, .at = at};
}

}  // namespace

TEST_CASE("eta_history: each different estimate stands once, oldest first, with when it was said")
{
    std::vector<Update> const newest_first{
        word(noon + 50min, noon + 4h), word(noon + 40min, noon + 4h), word(noon + 30min, noon + 3h),
        word(noon + 20min, std::nullopt), word(noon + 10min, noon + 3h)};
    auto const history = eta_history(newest_first);
    REQUIRE(history.size() == 2);
    CHECK(history[0].eta_at == noon + 3h);
    CHECK(history[0].said_at == noon + 10min);
    CHECK(history[1].eta_at == noon + 4h);
    CHECK(history[1].said_at == noon + 40min);
}

TEST_CASE("eta_history: an estimate that is taken up again has moved twice")
{
    std::vector<Update> const newest_first{
        word(noon + 2min, noon + 1h), word(noon + 1min, noon + 2h), word(noon, noon + 1h)};
    CHECK(eta_history(newest_first).size() == 3);
}

TEST_CASE("eta_history: a range keeps its beginning, and another beginning is another estimate")
{
    auto narrowed = word(noon + 1min, noon + 2h);
    narrowed.when.eta_from = noon + 1h;
    auto const history = eta_history(std::vector{narrowed, word(noon, noon + 2h)});
    REQUIRE(history.size() == 2);
    CHECK_FALSE(history[0].eta_from);
    CHECK(history[1].eta_from == noon + 1h);
}

TEST_CASE("eta_history: words without an estimate have none")
{
    CHECK(eta_history(std::vector{word(noon, std::nullopt)}).empty());
    CHECK(eta_history({}).empty());
}
