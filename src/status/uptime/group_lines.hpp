#pragma once
// Inside status: the timelines of services and of the groups in which they stand.
#include "status/uptime/timeline.hpp"

namespace tellfirst::status {

using Lines = std::map<ServiceId, std::vector<Stretch>>;

// Adds a line for each group: at each moment it is what its worst member is, members of its groups
// included. A group without members is absent.
void add_groups(Lines& lines, std::span<Service const> services, Period const& period);

}  // namespace tellfirst::status
