#pragma once
// The door of status: what we say is up, down or planned, and when we say it will be well. It has a
// part for each thing that is said; rooms above include this file.
#include "jobs/jobs.hpp"
#include "notify/notify.hpp"
#include "status/history/history.hpp"
#include "status/incidents/first_seen.hpp"
#include "status/incidents/incidents.hpp"
#include "status/incidents/templates.hpp"
#include "status/incidents/voices.hpp"
#include "status/issues/issues.hpp"
#include "status/services/services.hpp"
#include "status/told/told.hpp"
#include "status/uptime/uptime.hpp"
#include "status/windows/series.hpp"
#include "status/windows/windows.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::status {

// How the composer shows and tries a word before it is said.
struct Sight {
    notify::ChannelSettings channels = {};
    // How rooms above show it, for whom it reaches; called in the transaction that said it.
    std::function<std::vector<notify::Preview>(Call&, notify::About const&)> above = {};
};

void add_routes(http::Table& table, Sight const& sight = {});
void add_jobs(jobs::Board& board);

}  // namespace tellfirst::status
