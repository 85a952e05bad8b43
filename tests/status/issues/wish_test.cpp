#include "status/issues/wish.hpp"

#include "support/results.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

Instant const now = parse_rfc3339("2026-03-04T10:00:00Z").value();

}  // namespace

TEST_CASE("fix_of: no date is no date, and takes back the one that was said")
{
    auto const fix = fix_of(std::nullopt, {.eta_at = now + 1h}, now);
    REQUIRE(fix);
    CHECK_FALSE(fix->eta_at);
}

TEST_CASE("fix_of: the moment that was said keeps its words, also when it has passed")
{
    notify::When const said{.eta_at = now - 1h, .eta_words = "3d"};
    auto const fix = fix_of(Eta{.at = now - 1h}, said, now);
    REQUIRE(fix);
    CHECK(fix->eta_words == "3d");
    CHECK(fix_of(Eta{.at = now - 2h}, said, now).error().code == "update.when_passed");
}

TEST_CASE("fix_of: a range that was said is the same range")
{
    notify::When const said{.eta_at = now - 1h, .eta_from = now - 2h};
    REQUIRE(fix_of(Eta{.from = now - 2h, .to = now - 1h}, said, now));
    CHECK(fix_of(Eta{.from = now - 3h, .to = now - 1h}, said, now).has_error());
}

TEST_CASE("fix_of: a length begins anew whenever it is said")
{
    auto const fix = fix_of(Eta{.within = "1d"}, {.eta_at = now + 1h, .eta_words = "1d"}, now);
    REQUIRE(fix);
    CHECK(fix->eta_at == now + 24h);
}
