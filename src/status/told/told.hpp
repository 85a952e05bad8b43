#pragma once
// How soon the public heard: figures for what we pledge to customers.
#include "db/tx.hpp"
#include "kernel/ids.hpp"
#include "kernel/instant.hpp"

#include <map>
#include <set>

namespace tellfirst::status {

// On which plans somebody uses each service, or a group in which it stands; or something, nobody
// knows what, and the service is public. Dear where there are many accounts.
using PlansByService = std::map<ServiceId, std::set<PlanId>>;
[[nodiscard]] PlansByService plans_by_service(db::Tx& tx);

// Something that began, and when it was told of: trouble afterwards, planned work before.
struct Told {
    Instant began;
    std::optional<Instant> told_at;
    std::vector<PlanId> plans = {};  // on which somebody uses what it touched, by the given uses
    bool operator==(Told const&) const = default;
};

// Published incidents that touch a public service and began in [from, to), each with its first
// word; one that stood on the page alone, or whose notice was taken back, is none.
[[nodiscard]] std::vector<Told>
first_words(db::Tx& tx, Instant from, Instant to, PlansByService const& uses);

// Windows on a public service that began in [from, to), unless they were cancelled. Each was told
// of when the whole time that it took was told by notices: the page alone is none, and what it
// overran was told of by nobody.
[[nodiscard]] std::vector<Told>
notices_of_work(db::Tx& tx, Instant from, Instant to, PlansByService const& uses);

}  // namespace tellfirst::status
