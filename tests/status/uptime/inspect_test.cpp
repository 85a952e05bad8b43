#include "status/uptime/inspect.hpp"

#include "support/results.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::status;

namespace {

Json month(std::string_view more)
{
    auto text =
        fmt::format(R"({{"from":"2026-06-01T00:00:00Z","to":"2026-07-01T00:00:00Z",{}}})", more);
    auto const said = inspect_uptime(text);
    REQUIRE(said);
    return boost::json::parse(*said);
}

std::string refusal(std::string_view more, std::string_view to = "2026-07-01T00:00:00Z")
{
    auto const text = fmt::format(R"({{"from":"2026-06-01T00:00:00Z","to":"{}",{}}})", to, more);
    auto const said = inspect_uptime(text);
    REQUIRE(said.has_error());
    return said.error().code;
}

constexpr auto hour =
    R"({"state":"major","from":"2026-06-03T00:00:00Z","to":"2026-06-03T01:00:00Z"})";

}  // namespace

TEST_CASE("inspect_uptime: V1, an hour of thirty days")
{
    auto const said = month(fmt::format(R"("events":[{}])", hour));
    CHECK(said.at("exact") == "719/720");
    CHECK(said.at("shown") == "99.86");
    CHECK(said.at("down_seconds") == 3600);
    CHECK(said.at("total_seconds") == 2'592'000);
    CHECK(
        write_json(said.at("stretches")) ==
        R"([{"from":"2026-06-03T00:00:00Z","to":"2026-06-03T01:00:00Z","state":"major",)"
        R"("counts":"down","weight":1}])");
}

TEST_CASE("inspect_uptime: the whole form is read, as it is written")
{
    auto const said = inspect_uptime(R"({
        "rule": {"zone": "Europe/Berlin", "partial": 0.3, "degraded": 0.25, "groups": "any",
                 "exclude_announced": true, "notice_hours": 72, "decimals": 3},
        "from": "2026-07-01T00:00:00+02:00", "to": "2026-08-01T00:00:00+02:00",
        "now": "2026-07-19T00:00:00+02:00", "created": "2025-01-01T00:00:00Z",
        "events": [{"state": "major", "from": "2026-07-17T00:00:00+02:00", "to": null}],
        "windows": [{"from": "2026-07-18T00:00:00+02:00", "to": "2026-07-18T01:00:00+02:00",
                     "announced": "2026-07-14T23:59:00+02:00"}]})");
    REQUIRE(said);
    auto const json = boost::json::parse(*said);
    CHECK(json.at("exact") == "385/432");
    CHECK(json.at("shown") == "89.120");
    CHECK(json.at("down_seconds") == 47 * 3600);
    CHECK(json.at("excused_seconds") == 3600);
    CHECK(json.at("stretches").as_array().size() == 3);
}

TEST_CASE("inspect_uptime: parts of seconds are printed with all of their digits")
{
    auto const said = inspect_uptime(
        R"({"from":"2026-06-01T00:00:00Z","to":"2026-06-01T00:00:10Z",
            "events":[{"state":"partial","from":"2026-06-01T00:00:00Z",
                       "to":"2026-06-01T00:00:00.000001Z"}]})");
    REQUIRE(said);
    CHECK(said->contains(R"("down_seconds":0.0000003,)"));
}

TEST_CASE("inspect_uptime: where nothing counted, nothing is claimed")
{
    auto const said = month(R"("created":"2026-07-01T00:00:00Z")");
    CHECK(said.at("exact").is_null());
    CHECK(said.at("shown").is_null());
    CHECK(said.at("absent_seconds") == 2'592'000);
}

TEST_CASE("inspect_uptime: a group is down with any of its parts, or on average")
{
    auto const both = [&](std::string_view groups) {
        return month(fmt::format(
            R"("rule":{{"groups":"{}"}},"services":["a","b"],"events":[
                {{"service":"a","state":"major","from":"2026-06-03T00:00:00Z","to":"2026-06-03T02:00:00Z"}},
                {{"service":"b","state":"major","from":"2026-06-03T01:00:00Z","to":"2026-06-03T03:00:00Z"}}])",
            groups));
    };
    CHECK(both("any").at("down_seconds") == 3 * 3600);
    CHECK(both("average").at("down_seconds") == 4 * 3600);
    CHECK(both("average").at("total_seconds") == 2 * 2'592'000);
    CHECK(both("average").at("stretches").at(0).at("service") == "a");
}

TEST_CASE("inspect_uptime: what is said without a service is said of each")
{
    auto const said = month(
        fmt::format(R"("rule":{{"groups":"average"}},"services":["a","b"],"events":[{}])", hour));
    CHECK(said.at("down_seconds") == 2 * 3600);
}

TEST_CASE("inspect_uptime: a service that fails in so many of a hundred tries")
{
    auto const said = month(
        R"("events":[{"state":"degraded","failing_percent":12.3,
                      "from":"2026-06-03T00:00:00Z","to":"2026-06-03T00:16:40Z"}])");
    CHECK(said.at("down_seconds") == 123);
}

TEST_CASE("inspect_uptime: what makes no sense is refused, by what is wrong with it")
{
    CHECK(refusal(R"("rule":{"zone":"Mars/Olympus"})") == "zone.unknown");
    CHECK(refusal(R"("rule":{"zone":"/etc/passwd"})") == "zone.unknown");
    CHECK(refusal(R"("rule":{"partial":1.1})") == "rule.bad_weight");
    CHECK(refusal(R"("rule":{"degraded":-0.1})") == "rule.bad_weight");
    CHECK(refusal(R"("rule":{"notice_hours":-1})") == "rule.bad_notice");
    CHECK(refusal(R"("rule":{"notice_hours":1e300})") == "rule.bad_notice");
    CHECK(refusal(R"("rule":{"decimals":-1})") == "rule.bad_decimals");
    CHECK(refusal(R"("rule":{"groups":"most"})") == "input.invalid");
    CHECK(
        refusal(R"("events":[{"state":"sad","from":"2026-06-03T00:00:00Z"}])") == "input.invalid");
    CHECK(refusal(R"("events":[{"state":"major","from":"soon"}])") == "input.invalid");
    CHECK(refusal(R"("colour":"blue")") == "input.invalid");
    CHECK(refusal(R"("events":[])", "2026-06-01T00:00:00Z") == "period.ends_before_start");
    CHECK(
        refusal(
            R"("events":[{"state":"major","from":"2026-06-03T00:00:00Z","to":"2026-06-02T00:00:00Z"}])") ==
        "event.ends_before_start");
    CHECK(
        refusal(
            R"("events":[{"state":"degraded","failing_percent":101,"from":"2026-06-03T00:00:00Z"}])") ==
        "event.bad_percent");
    CHECK(
        refusal(R"("windows":[{"from":"2026-06-03T00:00:00Z","to":"2026-06-02T00:00:00Z"}])") ==
        "window.ends_before_start");
    CHECK(inspect_uptime("{").error().code == "json.malformed");
    CHECK(inspect_uptime("[]").error().code == "input.invalid");
}

TEST_CASE("inspect_uptime: more than can be sorted in a moment is refused")
{
    std::string many = R"("events":[)";
    for (int i = 0; i <= 100'000; ++i)
        many += (i == 0 ? "" : ",") + std::string{hour};
    CHECK(refusal(many + "]") == "inspect.too_large");
}
