#pragma once
// What can be up or down, how we know, and what it was when.
#include "db/db.hpp"
#include "status/services/types.hpp"

namespace tellfirst::status {

// Error service.name_taken, service.needs_name.
[[nodiscard]] Result<Service> add_service(Call& call, NewService const& wish);
[[nodiscard]] std::optional<Service> find_service(db::Tx& tx, ServiceId id);
[[nodiscard]] std::optional<Service> find_service_named(db::Tx& tx, std::string_view name);
[[nodiscard]] std::vector<Service> services(db::Tx& tx);  // all, by position then name

// Where incidents overlap, the worst state wins; an unknown one outranks "operational" (never
// green) but not a state that somebody saw.
[[nodiscard]] ServiceState worst(ServiceState a, ServiceState b);

struct ServiceChanged {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "ServiceChanged";
    ServiceId service;
    [[nodiscard]] std::string subject() const { return service.text(); }
};
BOOST_DESCRIBE_STRUCT(ServiceChanged, (), (service))

}  // namespace tellfirst::status
