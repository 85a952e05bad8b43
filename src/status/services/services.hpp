#pragma once
// What can be up or down, how we know, and what it was when.
#include "db/db.hpp"
#include "status/services/types.hpp"

namespace tellfirst::status {

// Errors service.name_taken, service.needs_name, service.too_long, service.bad_interval,
// service.too_many (409); of its parent service.not_found, service.no_group, service.in_a_circle,
// service.too_deep.
[[nodiscard]] Result<Service> add_service(Call& call, NewService const& wish);
// All of it anew. The same errors, service.kind_is_fixed (field is_group), service.retired (409).
[[nodiscard]] Result<Service> change_service(
    Call& call, ServiceId id, NewService const& wish, std::optional<std::int64_t> version);
// Nobody sees or names it any more; its history stays, its name is free. Said twice: the same
// answer. Errors service.has_members (409), service.in_use (409): an incident, a window, a
// recurring window or a known issue that is not over.
[[nodiscard]] Result<Service>
retire_service(Call& call, ServiceId id, std::optional<std::int64_t> version);
// Also one that is retired (retired_at says so); by name only those that are not.
[[nodiscard]] std::optional<Service> find_service(db::Tx& tx, ServiceId id);
[[nodiscard]] std::optional<Service> find_service_named(db::Tx& tx, std::string_view name);
// All that are not retired, in the order of the tree: a group before its members, brothers by
// position, then by name.
[[nodiscard]] std::vector<Service> services(db::Tx& tx);
// All that were there at some moment since then: the past is told with those that were retired
// meanwhile. They stand where they stood; their groups' states are no business of this.
[[nodiscard]] std::vector<Service> services_since(db::Tx& tx, Instant since);

// Whoever uses a group uses all that stands in it, also what is put there later. with_groups: these
// and all groups that they stand in, which is what somebody uses who uses one of them.
// with_members: these and all that stands in them. Each once, by id.
[[nodiscard]] std::vector<ServiceId>
with_groups(db::Tx& tx, std::vector<ServiceId> const& services);
[[nodiscard]] std::vector<ServiceId>
with_members(db::Tx& tx, std::vector<ServiceId> const& services);

// Those of them that everybody may know of.
[[nodiscard]] std::vector<ServiceId>
public_among(db::Tx& tx, std::vector<ServiceId> const& services);

// Keeps what a watcher saw. Where several contradict each other the worst counts until it recovers
// or falls silent. Trouble on a service without incident is suspected, once, and the service is
// `unknown` until somebody has judged, or until no watcher sees it any more. Said late or twice, it
// changes nothing. Errors service.not_found, service.retired, service.is_group,
// observation.needs_source, observation.too_long, observation.bad_percent,
// observation.in_the_future, observation.too_old, observation.too_often (429),
// observation.too_many_sources (409).
[[nodiscard]] Result<Observed> observe(Call& call, NewObservation const& wish);
// May accounts and plans be said to use these, groups among them, besides what they are said to use
// already (`held`)? Errors service.not_found, service.retired, with the field "services[1]".
[[nodiscard]] Result<void> check_used_services(
    db::Tx& tx, std::span<ServiceId const> services, std::span<ServiceId const> held);
// A person says that it is well: that ends silence, what watchers see now is judged by it, and what
// they suspected is over.
// Errors service.needs_person (403), service.has_incident (409), service.retired (409),
// service.is_group (409).
[[nodiscard]] Result<Service> confirm_service(Call& call, ServiceId id);

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
