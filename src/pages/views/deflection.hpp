#pragma once
#include "db/call.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// Did people find what they wanted to know, or did they have to write? From the incident's
// beginning to its end.
struct Deflection {
    std::int64_t page_views = 0;      // of the incident's own pages
    std::int64_t linked_tickets = 0;  // tickets that were answered with the incident
    std::int64_t free_tickets = 0;    // tickets of that time that are about no incident
};
BOOST_DESCRIBE_STRUCT(Deflection, (), (page_views, linked_tickets, free_tickets))

// Error incident.not_found.
[[nodiscard]] Result<Deflection> deflection_of(Call& call, IncidentId incident);

void add_deflection_route(http::Table& table);

}  // namespace tellfirst::pages
