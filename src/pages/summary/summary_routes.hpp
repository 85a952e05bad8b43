#pragma once

namespace tellfirst::http {
class Table;
}

namespace tellfirst::pages {

// /summary, /de/summary and /summary.json; ?month=2026-10, the last one that is over without it.
void add_summary_routes(http::Table& table);

}  // namespace tellfirst::pages
