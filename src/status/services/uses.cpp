#include "status/services/service_store.hpp"

#include <set>

namespace tellfirst::status {
namespace {

using Parents = std::map<ServiceId, ServiceId>;

// The group in which it stands, the group of that, and so on. Nothing stands in itself (tree.hpp).
std::vector<ServiceId> groups_above(ServiceId service, Parents const& parents)
{
    std::vector<ServiceId> above;
    for (auto parent = parents.find(service); parent != parents.end();
         parent = parents.find(parent->second))
        above.push_back(parent->second);
    return above;
}

}  // namespace

std::vector<ServiceId> with_groups(db::Tx& tx, std::vector<ServiceId> const& services)
{
    auto const parents = store::parents(tx);
    std::set<ServiceId> all{services.begin(), services.end()};
    for (auto const service : services)
        for (auto const group : groups_above(service, parents))
            all.insert(group);
    return {all.begin(), all.end()};
}

std::vector<ServiceId> with_members(db::Tx& tx, std::vector<ServiceId> const& services)
{
    auto const parents = store::parents(tx);
    std::set<ServiceId> all{services.begin(), services.end()};
    for (auto const& [member, parent] : parents)
        if (auto const above = groups_above(member, parents);
            std::ranges::find_first_of(above, services) != above.end())
            all.insert(member);
    return {all.begin(), all.end()};
}

std::vector<ServiceId> public_among(db::Tx& tx, std::vector<ServiceId> const& services)
{
    std::vector<ServiceId> some;
    std::ranges::copy_if(services, std::back_inserter(some), [&](ServiceId id) {
        auto const service = store::find_service(tx, id);
        return service && service->is_public;
    });
    return some;
}

}  // namespace tellfirst::status
