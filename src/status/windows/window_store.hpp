#pragma once
#include "status/status.hpp"
#include "status/windows/notice.hpp"

namespace tellfirst::status::store {

// With its services, and without its words.
void add_window(db::Tx& tx, Window const& window);
// Its state, times and reasons as they stand now; counts the version up.
void save_window(db::Tx& tx, Window& window);
void add_window_word(db::Tx& tx, WindowId window, WindowWordSaid const& word);

// One time that was said of it; a second in the same microsecond replaces the first.
void add_span(db::Tx& tx, WindowId window, WindowTime const& span);
// What was said with this word told nobody. Answers whether it told a time.
bool untell(db::Tx& tx, WindowId window, UpdateId word);
[[nodiscard]] std::vector<WindowTime> spans_of(db::Tx& tx, WindowId window);  // oldest first

[[nodiscard]] std::optional<Window> find_window(db::Tx& tx, WindowId id);
[[nodiscard]] std::vector<Window> windows(db::Tx& tx, WindowSeek const& seek);

}  // namespace tellfirst::status::store
