#include "status/services/doubt.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 12h;

Sighting sees(ServiceState state, Instant since, Instant heard_at)
{
    return {.seen_from = "fra-1", .state = state, .since = since, .heard_at = heard_at};
}

}  // namespace

TEST_CASE("silent_from: three intervals after the last word of any watcher, or of a person")
{
    Heard heard{
        .sightings =
            {sees(ServiceState::operational, noon - 1h, noon - 5min),
             sees(ServiceState::major, noon - 1h, noon - 2min)},
        .confirmed_at = noon - 4min,
        .checked_every_s = 60};
    CHECK(silent_from(heard) == noon + 1min);
    heard.confirmed_at = noon;
    CHECK(silent_from(heard) == noon + 3min);
}

TEST_CASE("silent_from: what nothing watches never falls silent")
{
    CHECK_FALSE(silent_from({.sightings = {sees(ServiceState::operational, noon, noon)}}));
}

TEST_CASE("is_silent: from that moment on, and where nothing was ever heard")
{
    Heard heard{.sightings = {sees(ServiceState::operational, noon, noon)}, .checked_every_s = 60};
    CHECK_FALSE(is_silent(heard, noon + 3min - 1us));
    CHECK(is_silent(heard, noon + 3min));
    CHECK(is_silent({.checked_every_s = 60}, noon));
    CHECK_FALSE(is_silent({}, noon));
}

TEST_CASE("trouble_since: the first that any watcher sees counts until it recovers")
{
    Heard const heard{
        .sightings = {
            sees(ServiceState::operational, noon - 1h, noon),
            sees(ServiceState::degraded, noon - 5min, noon),
            sees(ServiceState::major, noon - 9min, noon)}};
    CHECK(trouble_since(heard, noon) == noon - 9min);
    CHECK_FALSE(trouble_since({.sightings = {heard.sightings[0]}}, noon));
}

TEST_CASE("trouble_since: what a person has judged is no doubt any more")
{
    auto judged = sees(ServiceState::major, noon - 9min, noon);
    judged.is_judged = true;
    CHECK_FALSE(trouble_since({.sightings = {judged}}, noon));
}

TEST_CASE(
    "trouble_since: a watcher that is silent itself is believed no longer, if it has an interval")
{
    Heard heard{.sightings = {sees(ServiceState::major, noon - 9min, noon - 3min)}};
    CHECK(trouble_since(heard, noon) == noon - 9min);
    heard.checked_every_s = 60;
    CHECK_FALSE(trouble_since(heard, noon));
    CHECK(trouble_since(heard, noon - 1us) == noon - 9min);
}
