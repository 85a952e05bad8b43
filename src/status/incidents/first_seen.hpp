#pragma once
// Who finds trouble first: we, or our customers?
#include "db/db.hpp"
#include "status/incidents/types.hpp"

namespace tellfirst::status {

struct FirstSeenReport {
    std::int64_t incidents = 0;
    std::int64_t by_monitor = 0;
    std::int64_t by_us = 0;
    std::int64_t by_customer = 0;
    // How long before the first customer we knew, where a customer said so at all: half of the
    // times longer, half of the times shorter. Below zero: he knew before us.
    std::optional<std::int64_t> median_lead_s;
    bool operator==(FirstSeenReport const&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    FirstSeenReport, (), (incidents, by_monitor, by_us, by_customer, median_lead_s))

// Of an incident, what the report asks for.
struct FirstSight {
    std::optional<SeenBy> by;
    std::optional<Instant> at;
    std::optional<Instant> customer_at;  // when a customer first said so
    Instant created_at;                  // when we wrote it down
};
BOOST_DESCRIBE_STRUCT(FirstSight, (), (by, at, customer_at, created_at))

[[nodiscard]] FirstSeenReport first_seen_report(std::span<FirstSight const> sightings);

// Of the incidents that began in this time; suspected and merged ones do not count.
[[nodiscard]] FirstSeenReport first_seen_report(db::Tx& tx, Instant from, Instant to);

}  // namespace tellfirst::status
