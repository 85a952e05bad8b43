#pragma once
// Thursdays at 22:00 in Berlin, for an hour and a half.
#include "status/samples.hpp"
#include "status/windows/window_clock.hpp"

namespace tellfirst::status::samples {

// 21:00 UTC: the day after the tests' clock begins.
inline constexpr Instant first_thursday =
    std::chrono::sys_days{std::chrono::year{2026} / 3 / 5} + std::chrono::hours{21};

inline NewSeries every_thursday(ServiceId service)
{
    return {
        .title = "Thursday maintenance",
        .services = {service},
        .text = "Short breaks are possible.",
        .zone = "Europe/Berlin",
        .first = "2026-03-05T22:00",
        .minutes = 90,
        .rule = "FREQ=WEEKLY;BYDAY=TH"};
}

inline Series thursdays(support::World& world, ServiceId service)
{
    return world.write([&](Call& call) { return add_series(call, every_thursday(service)); })
        .value();
}

inline Result<Series> add(support::World& world, ServiceId service, std::string rule)
{
    auto wish = every_thursday(service);
    wish.rule = std::move(rule);
    return world.write([&](Call& call) { return add_series(call, wish); });
}

inline Result<Series> say(support::World& world, SeriesId id, Declare const& wish)
{
    return world.write([&](Call& call) { return declare(call, id, wish); });
}

inline Result<Series> use(support::World& world, SeriesId id, Instant starts_at)
{
    return say(
        world, id,
        {.starts_at = starts_at,
         .is_used = true,
         .text = "New disks.",
         .short_reason = "We decide late."});
}

inline std::optional<Series> look(support::World& world, SeriesId id)
{
    return world.read([&](Call& call) { return find_series(call.tx, id, call.now); });
}

// What the timers would have done by now.
inline void advance_all(support::World& world)
{
    world.write([](Call& call) {
        for (auto const& window : windows(call.tx, {.limit = 100}))
            advance(call, window.id);
    });
}

}  // namespace tellfirst::status::samples
