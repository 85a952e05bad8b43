#pragma once
// The settable clock of `serve --test-clock`: tests move days without waiting. It is a second
// little server on a loopback address, so that no production port can ever set the time.
#include "app/building.hpp"

namespace tellfirst::app {

// What an earlier run had set: the clock survives a kill. Zero where it never was.
[[nodiscard]] Duration kept_shift(std::string const& data_folder);
void keep_shift(std::string const& data_folder, Duration shift);

// GET /clock answers {"now"}; POST /clock {"at": ..} or {"advance_s": ..} moves it and answers
// after everything that became due by it has run.
void add_clock_routes(http::Table& table, Building& building);

}  // namespace tellfirst::app
