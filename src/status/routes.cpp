#include "status/routes.hpp"

#include "status/status.hpp"

namespace tellfirst::status {

void add_routes(http::Table& table, Sight const& sight)
{
    add_service_routes(table);
    add_observation_routes(table);
    add_history_routes(table);
    add_incident_routes(table);
    add_suspicion_routes(table);
    add_report_routes(table);
    add_template_routes(table);
    add_audience_routes(table);
    add_draft_routes(table, sight);
    add_window_routes(table);
    add_series_routes(table);
    add_issue_routes(table);
    add_uptime_routes(table);
}

}  // namespace tellfirst::status
