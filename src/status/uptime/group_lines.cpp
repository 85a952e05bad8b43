#include "status/uptime/group_lines.hpp"

namespace tellfirst::status {

void add_groups(Lines& lines, std::span<Service const> services, Period const& period)
{
    std::map<ServiceId, std::optional<ServiceId>> parents;
    std::map<ServiceId, std::vector<std::vector<Stretch>>> members;
    for (auto const& service : services) {
        parents.emplace(service.id, service.parent);
        if (service.is_group)
            members[service.id];
    }
    for (auto const& [id, line] : lines) {
        auto place = parents.find(id);
        while (place != parents.end() && place->second) {
            if (auto const group = members.find(*place->second); group != members.end())
                group->second.push_back(line);
            place = parents.find(*place->second);
        }
    }
    for (auto const& [id, parts] : members)
        lines.insert_or_assign(id, worst_of(parts, period));
}

}  // namespace tellfirst::status
