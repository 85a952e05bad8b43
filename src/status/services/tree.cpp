#include "status/services/tree.hpp"

#include "status/services/severity.hpp"

#include <set>

namespace tellfirst::status {
namespace {

class Tree {
  public:
    explicit Tree(std::vector<Service> const& services)
    {
        std::set<ServiceId> there;
        for (auto const& service : services)
            there.insert(service.id);
        for (auto const& service : services) {
            auto const parent =
                service.parent && there.contains(*service.parent) ? *service.parent : ServiceId{};
            members_[parent].push_back(&service);
        }
    }

    // Appends all that stands below `parent`; answers their worst state.
    ServiceState walk(ServiceId parent, std::vector<Service>& ordered) const
    {
        auto state = ServiceState::operational;
        auto const members = members_.find(parent);
        if (members == members_.end())
            return state;
        for (auto const* member : members->second) {
            auto const place = ordered.size();
            ordered.push_back(*member);
            auto const below = walk(member->id, ordered);
            ordered[place].state = worst(ordered[place].state, below);
            state = worst(state, ordered[place].state);
        }
        return state;
    }

    // How many levels the service and what stands below it take.
    [[nodiscard]] int height(ServiceId id) const
    {
        int below = 0;
        if (auto const members = members_.find(id); members != members_.end())
            for (auto const* member : members->second)
                below = std::max(below, height(member->id));
        return below + 1;
    }

  private:
    std::map<ServiceId, std::vector<Service const*>> members_;  // of no parent: the top
};

}  // namespace

std::vector<Service> in_tree_order(std::vector<Service> const& services)
{
    std::vector<Service> ordered;
    ordered.reserve(services.size());
    (void)Tree{services}.walk(ServiceId{}, ordered);
    return ordered;
}

Result<void> check_place(
    std::vector<Service> const& services, std::optional<ServiceId> service, ServiceId parent)
{
    auto const find = [&](ServiceId id) { return std::ranges::find(services, id, &Service::id); };
    auto above = find(parent);
    if (above == services.end())
        return invalid("service.not_found", "parent", "There is no such service.");
    if (!above->is_group)
        return invalid("service.no_group", "parent", "Only a group can hold services.");
    int levels = 0;
    while (above != services.end()) {
        ++levels;
        if (service && above->id == *service)
            return invalid("service.in_a_circle", "parent", "A group cannot stand below itself.");
        above = above->parent ? find(*above->parent) : services.end();
    }
    levels += service ? Tree{services}.height(*service) : 1;
    if (levels > deepest_level)
        return invalid("service.too_deep", "parent", "The tree has at most three levels.");
    return {};
}

}  // namespace tellfirst::status
