#pragma once
#include "status/services/services.hpp"

namespace tellfirst::status::store {

void add_service(db::Tx& tx, Service const& service);
// All but its state and the last look at it; counts the version up. The name of a retired one is
// free again.
void save_service(db::Tx& tx, Service& service);
// Also one that is retired.
[[nodiscard]] std::optional<Service> find_service(db::Tx& tx, ServiceId id);

// Those that are not retired: the one of that name, all in the order of the tree, how many.
[[nodiscard]] std::optional<Service> find_service_named(db::Tx& tx, std::string_view name);
[[nodiscard]] std::vector<Service> services(db::Tx& tx);
// All, and those that were retired later than that.
[[nodiscard]] std::vector<Service> services_since(db::Tx& tx, Instant since);
[[nodiscard]] std::int64_t count_services(db::Tx& tx);
[[nodiscard]] bool has_members(db::Tx& tx, ServiceId group);
// In which group each stands that stands in one, retired ones included.
[[nodiscard]] std::map<ServiceId, ServiceId> parents(db::Tx& tx);
// By an incident that is open or suspected, or a window, recurring window or known issue that is
// not over.
[[nodiscard]] bool is_held(db::Tx& tx, ServiceId id);

}  // namespace tellfirst::status::store
