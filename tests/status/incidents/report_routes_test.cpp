#include "status/desk.hpp"

using namespace tellfirst;
using namespace tellfirst::status;
using namespace tellfirst::status::samples;

TEST_CASE("report routes: who saw it first is told for a quarter, or from when to when one asks")
{
    Desk desk;
    (void)desk.publish();
    desk.world.pass(std::chrono::minutes{1});
    auto const report = [&](std::string const& query) {
        return support::json_of(desk.ask("GET", "/api/v1/reports/first-seen" + query));
    };
    CHECK(report("").at("by_us") == 1);
    CHECK(report("").at("median_lead_s").is_null());
    CHECK(report("?to=2026-03-04T10:00:00Z").at("incidents") == 0);
    CHECK(report("?from=2026-03-04T10:00:00Z").at("incidents") == 1);
}

TEST_CASE("report routes: a period that ends before it begins is refused")
{
    Desk desk;
    auto const code = [&](std::string const& query) {
        return code_of(desk.ask("GET", "/api/v1/reports/first-seen" + query));
    };
    CHECK(code("?from=2026-03-05T10:00:00Z") == "report.bad_period");
    CHECK(code("?from=yesterday") == "input.invalid");
    CHECK(code("?to=tomorrow") == "input.invalid");
}
