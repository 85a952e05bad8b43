#pragma once
// Inside status: which wishes for a service, and which services in a wish, are refused.
#include "status/services/services.hpp"

namespace tellfirst::status {

// Errors service.needs_name, service.too_long, service.name_taken, service.bad_interval, and those
// of its place in the tree (tree.hpp). `service`: the one that is changed; nothing: a new one.
[[nodiscard]] Result<void>
check_service(db::Tx& tx, NewService const& wish, std::optional<ServiceId> service);

// May something be said of it? It is there, in use and no group. Errors service.not_found,
// service.retired, service.is_group.
[[nodiscard]] Result<void> check_named_service(db::Tx& tx, ServiceId id, std::string field);
// Each of these, once. Errors as above and service.named_twice, with the field "services[1]" +
// `path`.
[[nodiscard]] Result<void>
check_named_services(db::Tx& tx, std::span<ServiceId const> services, std::string_view path = "");

}  // namespace tellfirst::status
