#pragma once
// "Not again": which earlier trouble on the same services is young enough to be called a repeat.
#include "status/incidents/types.hpp"

#include <chrono>

namespace tellfirst::status {

// Two on a service within this time are a repeat.
inline constexpr std::chrono::days repeats_within{90};

// Nobody reads a longer list of earlier incidents.
inline constexpr std::size_t most_repeats = 20;

// An incident began on a service; `account` where it was trouble of that one only.
struct Began {
    IncidentId incident;
    ServiceId service;
    Instant started_at;
    std::optional<AccountId> account;
};
BOOST_DESCRIBE_STRUCT(Began, (), (incident, service, started_at, account))

// Where earlier ones of incidents that began then are looked for: stretches apart, in the order of
// time. One that lies far back does not make us read all that was since.
struct LookBack {
    Instant from;
    Instant to;
    bool operator==(LookBack const&) const = default;
};
[[nodiscard]] std::vector<LookBack> look_backs(std::vector<Instant> began_at);

// The incidents on its services that began within 90 days before it, newest first; of those that
// everybody may know of, and of its own account's. `began` stands in the order of time, and of one
// incident together.
[[nodiscard]] std::vector<Repeat>
repeats_of(Incident const& incident, std::span<Began const> began);

}  // namespace tellfirst::status
