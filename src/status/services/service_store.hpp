#pragma once
#include "status/services/services.hpp"

namespace tellfirst::status::store {

void add_service(db::Tx& tx, Service const& service);
[[nodiscard]] std::optional<Service> find_service(db::Tx& tx, ServiceId id);
[[nodiscard]] std::optional<Service> find_service_named(db::Tx& tx, std::string_view name);
[[nodiscard]] std::vector<Service> services(db::Tx& tx);

}  // namespace tellfirst::status::store
