#pragma once
#include "app/chosen.hpp"
#include "jobs/jobs.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::app {

// The routes of all rooms, and those of app itself: the API document, the facts, a greeting for
// load balancers, and the mails that a relay keeps instead of sending them.
// SMS and push, as the operator chose them.
[[nodiscard]] notify::ChannelSettings channels_of(Chosen const& chosen);

void add_all_routes(http::Table& table, Chosen const& chosen);

// Who hears which fact, who does which job.
void add_all_jobs(jobs::Board& board, Chosen const& chosen);

}  // namespace tellfirst::app
