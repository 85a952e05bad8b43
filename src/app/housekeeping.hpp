#pragma once
#include "db/house.hpp"
#include "jobs/jobs.hpp"

namespace tellfirst::app {

// What is swept away hourly: answers kept for Idempotency-Key that are older than a day.
void add_housekeeping(jobs::Board& board);

// Queues the next sweep, unless one waits already. Called at every start.
void begin_housekeeping(House const& house);

}  // namespace tellfirst::app
