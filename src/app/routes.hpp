#pragma once
#include "jobs/jobs.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::app {

// The routes of all rooms, and the three of app itself: the API document, the facts, a greeting
// for load balancers.
void add_all_routes(http::Table& table);

// Who hears which fact, who does which job.
void add_all_jobs(jobs::Board& board);

}  // namespace tellfirst::app
