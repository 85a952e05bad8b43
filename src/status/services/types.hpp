#pragma once
// Services: what can be up or down, and how we know.
#include "kernel/ids.hpp"
#include "kernel/json.hpp"

namespace tellfirst::status {

enum class ServiceState { operational, degraded, partial, major, maintenance, unknown };
BOOST_DESCRIBE_ENUM(ServiceState, operational, degraded, partial, major, maintenance, unknown)

struct NewService {
    static constexpr std::array<std::string_view, 1> required{"name"};
    std::string name;
    std::string description;
    bool is_public = true;
    bool is_group = false;  // holds others and has no state of its own
    std::int64_t position = 0;
    std::optional<ServiceId> parent;  // a group
    // How often whatever watches it says how it is; absent: nothing watches it.
    std::optional<std::int64_t> checked_every_s;
};
BOOST_DESCRIBE_STRUCT(
    NewService, (), (name, description, is_public, is_group, position, parent, checked_every_s))

// The last look at a service: by what watches it, or by a person who said so.
struct Check {
    Instant at;
    std::string seen_from;  // "fra-1"; a person's name
    bool by_person = false;
};
BOOST_DESCRIBE_STRUCT(Check, (), (at, seen_from, by_person))

struct Service {
    ServiceId id;
    std::string name;
    std::string description;
    bool is_public = true;
    bool is_group = false;
    std::int64_t position = 0;
    std::optional<ServiceId> parent;
    std::optional<std::int64_t> checked_every_s;
    // Now: the worst of its open incidents and windows, of a group's members; unknown where what
    // watches it is silent, has not looked yet, or saw trouble that nobody has judged yet.
    ServiceState state = ServiceState::operational;
    std::optional<Check> checked;
    Instant created_at;
    std::optional<Instant> retired_at;  // no more shown or chosen; its history stays
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    Service, (),
    (id, name, description, is_public, is_group, position, parent, checked_every_s, state, checked,
     created_at, retired_at, version))

// What a watcher can see of a service. Work is announced, and what nobody sees is not said.
enum class SeenState { operational, degraded, partial, major };
BOOST_DESCRIBE_ENUM(SeenState, operational, degraded, partial, major)

// What something that watches a service saw.
struct NewObservation {
    static constexpr std::array<std::string_view, 3> required{"service", "state", "seen_from"};
    ServiceId service;
    SeenState state = SeenState::operational;
    std::string seen_from;      // which of several watchers: "fra-1"
    std::optional<Instant> at;  // absent: now
    std::optional<double> failing_percent;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(NewObservation, (), (service, state, seen_from, at, failing_percent, detail))

// What became of it: the service's state now, and the incident that holds or is suspected of it.
struct Observed {
    ServiceId service;
    ServiceState state = ServiceState::operational;
    std::optional<IncidentId> incident;
};
BOOST_DESCRIBE_STRUCT(Observed, (), (service, state, incident))

}  // namespace tellfirst::status
