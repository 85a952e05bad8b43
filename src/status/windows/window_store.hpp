#pragma once
#include "status/status.hpp"

namespace tellfirst::status::store {

// With its services, and without its word.
void add_window(db::Tx& tx, Window const& window);
// State and closed_at; counts the version up.
void save_window(db::Tx& tx, Window& window);
void add_window_word(db::Tx& tx, UpdateId id, Window const& window, Instant at);

[[nodiscard]] std::optional<Window> find_window(db::Tx& tx, WindowId id);
[[nodiscard]] std::vector<Window> windows(db::Tx& tx, std::optional<WindowId> after, int limit);

}  // namespace tellfirst::status::store
