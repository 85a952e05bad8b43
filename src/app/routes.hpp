#pragma once
#include "jobs/jobs.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::app {

// The routes of all rooms, and those of app itself: the API document, the facts, a greeting for
// load balancers, and the mails that this relay (Chosen::relay) keeps instead of sending them.
void add_all_routes(http::Table& table, std::string_view relay);

// Who hears which fact, who does which job.
void add_all_jobs(jobs::Board& board);

}  // namespace tellfirst::app
