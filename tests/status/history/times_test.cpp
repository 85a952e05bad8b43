#include "status/history/times.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace tellfirst;
using namespace tellfirst::status;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + 12h;
constexpr Instant now = noon + 24h;
constexpr ServiceId galleries{1}, uploads{2};

Held held(ServiceId service, ServiceState state, Instant from, std::optional<Instant> to)
{
    return {.service = service, .state = state, .from = from, .to = to};
}

// Down from noon to two, Uploads for its last hour, too.
Times resolved()
{
    return {
        .started_at = noon,
        .ended_at = noon + 2h,
        .services = {
            held(galleries, ServiceState::major, noon, noon + 1h),
            held(galleries, ServiceState::degraded, noon + 1h, noon + 2h),
            held(uploads, ServiceState::partial, noon + 1h, noon + 2h)}};
}

Times open()
{
    return {
        .started_at = noon,
        .ended_at = {},
        .services = {held(galleries, ServiceState::major, noon, std::nullopt)}};
}

struct Refused {
    Times before;
    CorrectTimes wish;
    std::string code, field;
};

void check_refused(std::vector<Refused> const& rows)
{
    for (auto const& row : rows) {
        CAPTURE(row.code);
        CAPTURE(row.field);
        auto const refused = corrected(row.before, row.wish, now);
        REQUIRE(refused.has_error());
        CHECK(refused.error().kind == Refusal::invalid);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().field == row.field);
    }
}

CorrectTimes one(Held const& stretch)
{
    return {.services = {{stretch}}};
}

}  // namespace

TEST_CASE("corrected: what began or ended with the incident moves with it, the rest stays")
{
    auto const after =
        corrected(resolved(), {.started_at = noon - 1h, .ended_at = noon + 3h}, now).value();
    CHECK(after.started_at == noon - 1h);
    CHECK(after.ended_at == noon + 3h);
    CHECK(
        after.services == std::vector<Held>{
                              held(galleries, ServiceState::major, noon - 1h, noon + 1h),
                              held(galleries, ServiceState::degraded, noon + 1h, noon + 3h),
                              held(uploads, ServiceState::partial, noon + 1h, noon + 3h)});
}

TEST_CASE("corrected: what lies outside of a shorter incident is cut away")
{
    auto const after = corrected(resolved(), {.ended_at = noon + 30min}, now).value();
    CHECK(
        after.services ==
        std::vector<Held>{held(galleries, ServiceState::major, noon, noon + 30min)});
    auto const later = corrected(resolved(), {.started_at = noon + 90min}, now).value();
    CHECK(
        later.services == std::vector<Held>{
                              held(galleries, ServiceState::degraded, noon + 90min, noon + 2h),
                              held(uploads, ServiceState::partial, noon + 90min, noon + 2h)});
}

TEST_CASE("corrected: an open incident may have begun at another time, and goes on")
{
    auto const after = corrected(open(), {.started_at = noon - 1h}, now).value();
    CHECK(
        after.services ==
        std::vector<Held>{held(galleries, ServiceState::major, noon - 1h, std::nullopt)});
}

TEST_CASE("corrected: stretches that are given are all that there is, in order")
{
    CorrectTimes const wish{
        .services = {
            {held(uploads, ServiceState::major, noon + 1h, noon + 2h),
             held(galleries, ServiceState::major, noon + 1h, noon + 2h),
             held(galleries, ServiceState::partial, noon, noon + 1h)}}};
    auto const after = corrected(resolved(), wish, now).value();
    CHECK(
        after.services == std::vector<Held>{
                              held(galleries, ServiceState::partial, noon, noon + 1h),
                              held(galleries, ServiceState::major, noon + 1h, noon + 2h),
                              held(uploads, ServiceState::major, noon + 1h, noon + 2h)});
}

TEST_CASE("corrected: an incident that cannot have been then is refused with its field")
{
    using enum ServiceState;
    check_refused(
        {{open(), {.ended_at = noon + 1h}, "correction.still_open", "ended_at"},
         {resolved(), {.started_at = now + 1us}, "correction.in_the_future", "started_at"},
         {resolved(), {.ended_at = now + 1us}, "correction.in_the_future", "ended_at"},
         {resolved(),
          {.started_at = noon - 366 * 24h - 1us},
          "correction.too_long_ago",
          "started_at"},
         {resolved(), {.ended_at = noon}, "correction.ends_before_start", "ended_at"},
         {resolved(), {.started_at = noon + 2h}, "correction.ends_before_start", "ended_at"},
         {resolved(), {.services = std::vector<Held>{}}, "correction.needs_services", "services"},
         {resolved(),
          {.services = std::vector<Held>(1001, held(galleries, major, noon, noon + 1h))},
          "correction.needs_services",
          "services"}});
}

TEST_CASE("corrected: stretches that cannot have been are refused with their field")
{
    using enum ServiceState;
    check_refused(
        {{resolved(), one(held(galleries, major, noon - 1us, noon + 1h)), "correction.outside",
          "services[0].from"},
         {resolved(), one(held(galleries, major, noon + 2h, noon + 3h)), "correction.outside",
          "services[0].from"},
         {resolved(), one(held(galleries, major, noon, noon + 2h + 1us)), "correction.outside",
          "services[0].to"},
         {resolved(), one(held(galleries, major, noon, std::nullopt)), "correction.needs_end",
          "services[0].to"},
         {resolved(), one(held(galleries, major, noon + 1h, noon + 1h)),
          "correction.ends_before_start", "services[0].to"},
         {open(), one(held(galleries, major, now + 1us, std::nullopt)), "correction.in_the_future",
          "services[0].from"},
         {open(), one(held(galleries, major, noon, now + 1us)), "correction.in_the_future",
          "services[0].to"},
         {resolved(),
          {.services =
               {{held(galleries, major, noon + 1h, noon + 2h),
                 held(galleries, partial, noon, noon + 1h + 1us)}}},
          "correction.overlaps",
          "services[0].from"},
         {open(),
          {.services =
               {{held(galleries, major, noon, std::nullopt),
                 held(galleries, partial, noon + 1h, noon + 2h)}}},
          "correction.overlaps",
          "services[1].from"}});
}

TEST_CASE("corrected: what stretches are moved to lies within the incident and never overlaps")
{
    CHECK(rc::check([] {
        auto const hours = [](int from, int to) { return *rc::gen::inRange(from, to) * 1h; };
        Times before{.started_at = noon, .ended_at = noon + 10h, .services = {}};
        for (auto at = noon; at < noon + 10h;) {
            auto const to = std::min<Instant>(at + hours(1, 5), noon + 10h);
            before.services.push_back(held(galleries, ServiceState::major, at, to));
            at = to;
        }
        auto const start = noon + hours(-5, 9);
        auto const end = start + hours(1, 12);
        auto const after =
            corrected(before, {.started_at = start, .ended_at = end}, noon + 48h).value();
        RC_ASSERT(!after.services.empty());
        RC_ASSERT(after.services.front().from == start);
        RC_ASSERT(after.services.back().to.value() == end || end > noon + 10h);
        for (std::size_t i = 0; i < after.services.size(); ++i) {
            RC_ASSERT(after.services[i].from < after.services[i].to.value());
            if (i > 0)
                RC_ASSERT(after.services[i - 1].to.value() <= after.services[i].from);
        }
    }));
}
