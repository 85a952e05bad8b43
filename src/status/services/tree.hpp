#pragma once
// Services stand in a tree: groups hold services and other groups.
#include "kernel/problem.hpp"
#include "status/services/types.hpp"

namespace tellfirst::status {

// "Website > Galleries > Thumbnails": deeper, nobody finds anything on a page.
inline constexpr int deepest_level = 3;

// Each group before its members, brothers in the order in which they come. What stands below
// nothing that is there stands at the top. A group is in the worst state of all below it.
[[nodiscard]] std::vector<Service> in_tree_order(std::vector<Service> const& services);

// May `service` (nothing: a new one) stand below `parent`? Errors, all of field parent:
// service.not_found, service.no_group, service.in_a_circle, service.too_deep.
[[nodiscard]] Result<void> check_place(
    std::vector<Service> const& services, std::optional<ServiceId> service, ServiceId parent);

}  // namespace tellfirst::status
