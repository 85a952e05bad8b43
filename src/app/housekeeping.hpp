#pragma once
#include "db/house.hpp"
#include "jobs/jobs.hpp"

namespace tellfirst::app {

// What is swept away at every start and hourly from then on: answers kept for Idempotency-Key that
// are older than a day, and what was posted to webhooks more than 90 days ago.
void add_housekeeping(jobs::Board& board);

// Queues a sweep for now, so that a server that seldom lives for an hour sweeps too.
void begin_housekeeping(House const& house);

}  // namespace tellfirst::app
