#include "pages/summary/summary.hpp"

#include "support/database.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::pages;
using namespace std::chrono_literals;

namespace {

// Wednesday, 4 March 2026.
constexpr auto now = support::test_start;
Month const february = *month_named(std::nullopt, now);

status::IncidentSpan trouble(std::string title, Instant from, std::optional<Instant> to)
{
    return {.id = {}, .title = std::move(title), .started_at = from, .resolved_at = to};
}

status::Uptime uptime(std::string name, std::string shown, std::int64_t down_s)
{
    status::Uptime uptime;
    uptime.name = std::move(name);
    uptime.exact = "1/1";
    uptime.shown = std::move(shown);
    uptime.counted_s = 2'419'200;
    uptime.down_s = down_s;
    return uptime;
}

}  // namespace

TEST_CASE("month_named: the last one that is over, or the one that is named")
{
    CHECK(february.name == "2026-02");
    CHECK(february.to - february.from == std::chrono::days{28});
    CHECK(month_named("2026-03", now)->name == "2026-03");
    for (auto const* const wrong : {"2026-04", "2026-13", "2026-00", "1999-12", "2026-1", "x", ""})
        CHECK_FALSE(month_named(wrong, now));
}

TEST_CASE("summary_of: trouble at the same time counts once, and only what lies in the month")
{
    auto const begin = february.from;
    auto const summary = summary_of(
        {.month = february,
         .uptimes = {},
         .incidents =
             {trouble("before", begin - 5h, begin + 1h), trouble("a", begin + 3h, begin + 5h),
              trouble("b", begin + 4h, begin + 6h), trouble("after", february.to - 30min, {})},
         .next_words = {.kept = 3, .missed = 1},
         .times = {},
         .now = now});
    CHECK(summary.incidents == 4);
    CHECK(summary.minutes == 60 + 180 + 30);
    REQUIRE(summary.longest.size() == 4);
    CHECK(summary.longest[0].minutes == 120);
    CHECK(summary.longest[3].title == "after");
    CHECK(summary.longest[3].is_open);
    CHECK(summary.next_words.percent == "75");
    CHECK(summary.times.percent.empty());
}

TEST_CASE("summary_of: services that were not always up are named, the worst first")
{
    auto const summary = summary_of(
        {.month = february,
         .uptimes =
             {uptime("Good", "100.00", 0), uptime("Fair", "99.99", 100),
              uptime("Worst", "98.00", 9'000)},
         .incidents = {},
         .next_words = {},
         .times = {},
         .now = now});
    CHECK(summary.lowest == "98.00");
    REQUIRE(summary.services.size() == 2);
    CHECK(summary.services[0].name == "Worst");
    CHECK(summary.other_services == 1);
}

TEST_CASE("summary_of: a sheet holds so many rows, and says how many it leaves out")
{
    SummaryFound found{
        .month = february,
        .uptimes = {},
        .incidents = {},
        .next_words = {},
        .times = {},
        .now = now};
    for (int i = 0; i < 30; ++i) {
        found.incidents.push_back(trouble("x", february.from, february.from + 1h));
        found.uptimes.push_back(uptime("x", "99.00", 10));
    }
    auto const summary = summary_of(found);
    CHECK(summary.longest.size() == most_summary_incidents);
    CHECK(summary.other_incidents == 20);
    CHECK(summary.services.size() == most_summary_services);
    CHECK(summary.other_services == 18);
}

TEST_CASE("look_at_month: what hit public services, and nothing of inner ones")
{
    support::World world;
    world.go_to(february.from + 24h);
    world.write([](Call& call) {
        for (bool const is_public : {true, false}) {
            auto const name = is_public ? "Statistics" : "Inner";
            auto const service =
                status::add_service(call, {.name = name, .is_public = is_public}).value().id;
            status::NewIncident wish;
            wish.title = name;
            wish.text = "We look for the cause.";
            wish.services = {{.service = service}};
            wish.next_word_at = call.now + 1h;
            (void)status::publish(call, wish).value();
        }
    });
    world.go_to(now);
    auto const summary = world.read([](Call& call) { return look_at_month(call, february); });
    REQUIRE(summary.longest.size() == 1);
    CHECK(summary.longest[0].title == "Statistics");
    REQUIRE(summary.services.size() == 1);
    CHECK(summary.services[0].down_s == 27 * 24 * 3600);
}
