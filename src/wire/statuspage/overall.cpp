#include "wire/statuspage/types.hpp"

#include <algorithm>

namespace tellfirst::statuspage {

Overall overall(std::vector<Component> const& components)
{
    std::int64_t all = 0;
    std::int64_t major = 0;
    std::int64_t partial = 0;
    std::int64_t degraded = 0;
    std::int64_t maintenance = 0;
    for (auto const& component : components) {
        if (component.is_group)
            continue;
        ++all;
        switch (component.status) {
        case ComponentStatus::operational: break;
        case ComponentStatus::degraded_performance: ++degraded; break;
        case ComponentStatus::partial_outage: ++partial; break;
        case ComponentStatus::major_outage: ++major; break;
        case ComponentStatus::under_maintenance: ++maintenance; break;
        }
    }
    if (all > 0 && major == all)
        return {Impact::critical, "Major System Outage"};
    if (major > 0 || (all > 0 && partial == all))
        return {Impact::major, "Partial System Outage"};
    if (partial > 0)
        return {Impact::minor, "Minor Service Outage"};
    if (all > 0 && degraded == all)
        return {Impact::minor, "Degraded System Service"};
    if (degraded > 0)
        return {Impact::minor, "Partially Degraded Service"};
    if (maintenance > 0)
        return {Impact::maintenance, "Service Under Maintenance"};
    return {Impact::none, "All Systems Operational"};
}

}  // namespace tellfirst::statuspage
