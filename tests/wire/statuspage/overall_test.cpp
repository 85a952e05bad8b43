#include "kernel/json.hpp"
#include "wire/statuspage/types.hpp"

#include <doctest/doctest.h>

using namespace tellfirst;
using namespace tellfirst::statuspage;
using enum ComponentStatus;

namespace {

// Reads as "minor: Minor Service Outage".
std::string of(std::vector<ComponentStatus> const& statuses)
{
    std::vector<Component> components;
    for (auto const status : statuses)
        components.push_back({.status = status});
    auto const whole = overall(components);
    return std::string{name_of(whole.indicator)} + ": " + whole.description;
}

}  // namespace

TEST_CASE("overall: every line of the roll-up")
{
    CHECK(of({}) == "none: All Systems Operational");
    CHECK(of({operational, operational}) == "none: All Systems Operational");
    CHECK(of({major_outage, major_outage}) == "critical: Major System Outage");
    CHECK(of({major_outage, operational}) == "major: Partial System Outage");
    CHECK(of({major_outage, under_maintenance}) == "major: Partial System Outage");
    CHECK(of({partial_outage, partial_outage}) == "major: Partial System Outage");
    CHECK(of({partial_outage, operational}) == "minor: Minor Service Outage");
    CHECK(of({partial_outage, degraded_performance}) == "minor: Minor Service Outage");
    CHECK(of({degraded_performance, degraded_performance}) == "minor: Degraded System Service");
    CHECK(of({degraded_performance, operational}) == "minor: Partially Degraded Service");
    CHECK(of({degraded_performance, under_maintenance}) == "minor: Partially Degraded Service");
    CHECK(of({under_maintenance, operational}) == "maintenance: Service Under Maintenance");
    CHECK(of({under_maintenance}) == "maintenance: Service Under Maintenance");
}

TEST_CASE("overall: a group has no say of its own")
{
    std::vector<Component> const components{
        {.id = "g", .status = major_outage, .is_group = true},
        {.id = "a", .status = operational, .group = "g"}};
    CHECK(bool{overall(components).indicator == Impact::none});
}
