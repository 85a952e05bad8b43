#pragma once
// The routes of status, apart by what they are about; add_routes adds all.
namespace tellfirst::http {
class Table;
}

namespace tellfirst::status {

struct Sight;

void add_service_routes(http::Table& table);
void add_observation_routes(http::Table& table);
void add_history_routes(http::Table& table);
void add_incident_routes(http::Table& table);
void add_suspicion_routes(http::Table& table);
void add_report_routes(http::Table& table);
void add_template_routes(http::Table& table);
void add_audience_routes(http::Table& table);
void add_draft_routes(http::Table& table, Sight const& sight);
void add_window_routes(http::Table& table);
void add_series_routes(http::Table& table);
void add_issue_routes(http::Table& table);
void add_uptime_routes(http::Table& table);

}  // namespace tellfirst::status
