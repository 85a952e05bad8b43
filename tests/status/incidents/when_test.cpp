#include "status/incidents/when.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr Instant now = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 10h;

std::string refusal(std::optional<Eta> const& eta, std::optional<Instant> next_word_at = {})
{
    auto const when = when_of(eta, next_word_at, now);
    return when ? "" : when.error().code;
}

}  // namespace

TEST_CASE("when_of: a word with neither ETA nor next word is refused (R-16)")
{
    CHECK(refusal(std::nullopt) == "update.needs_when");
}

TEST_CASE("when_of: the three forms of an ETA are read, and only one of them at a time")
{
    auto const at = when_of(Eta{.at = now + 2h}, {}, now);
    CHECK(at->eta_at == now + 2h);
    auto const within = when_of(Eta{.within = "3d"}, {}, now);
    CHECK(within->eta_at == now + 72h);
    CHECK(within->eta_words == "3d");
    auto const range = when_of(Eta{.from = now + 1h, .to = now + 4h}, {}, now);
    CHECK(range->eta_from == now + 1h);
    CHECK(range->eta_at == now + 4h);

    CHECK(refusal(Eta{}) == "eta.one_of");
    CHECK(refusal(Eta{.at = now + 2h, .within = "2h"}) == "eta.one_of");
    CHECK(refusal(Eta{.from = now + 1h}) == "eta.bad_range");
    CHECK(refusal(Eta{.from = now + 2h, .to = now + 1h}) == "eta.bad_range");
    CHECK(refusal(Eta{.within = "soon"}) == "eta.bad_duration");
}

TEST_CASE("when_of: a moment that has passed, or lies over a year ahead, is refused")
{
    CHECK(refusal(Eta{.at = now}) == "update.when_passed");
    CHECK(refusal(std::nullopt, now - 1s) == "update.when_passed");
    CHECK(refusal(std::nullopt, now + 24h * 400) == "update.when_too_far");
    CHECK(refusal(Eta{.at = now + 1h}, now - 1s) == "update.when_passed");
}

TEST_CASE("overdue_since and next_due: each promised moment is either behind us or ahead")
{
    rc::check([](std::uint32_t eta_s, std::uint32_t word_s, std::uint32_t later_s) {
        notify::When const when{
            .eta_at = now + std::chrono::seconds{eta_s},
            .next_word_at = now + std::chrono::seconds{word_s}};
        auto const later = now + std::chrono::seconds{later_s};
        auto const first = std::min(*when.eta_at, *when.next_word_at);
        auto const last = std::max(*when.eta_at, *when.next_word_at);
        RC_ASSERT(
            overdue_since(when, later) == (later >= first ? std::optional{first} : std::nullopt));
        auto const ahead = later < first  ? std::optional{first}
                           : later < last ? std::optional{last}
                                          : std::nullopt;
        RC_ASSERT(next_due(when, later) == ahead);
    });
}

TEST_CASE("overdue_since: a word without promised moments is never overdue")
{
    CHECK(overdue_since({}, now + 24h * 365) == std::nullopt);
    CHECK(next_due({}, now) == std::nullopt);
}
