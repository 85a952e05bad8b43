#pragma once
// Inside status: what must be true of every window, however it came about.
#include "db/db.hpp"
#include "status/windows/types.hpp"

namespace tellfirst::status {

// Error window.needs_title.
[[nodiscard]] Result<void> check_window_title(std::string const& title);

// Each service there is, once. Errors window.needs_services, service.not_found ("services[1]"),
// service.retired, service.is_group, service.named_twice.
[[nodiscard]] Result<void>
check_window_services(db::Tx& tx, std::vector<ServiceId> const& services);

// Errors window.in_the_past, window.ends_before_start, window.too_long, window.too_far.
[[nodiscard]] Result<void> check_window_span(Instant starts_at, Instant ends_at, Instant now);

// Another time for one that runs: only a later end. Errors window.has_started, window.ends_earlier,
// window.too_long.
[[nodiscard]] Result<void>
check_extension(Window const& window, Instant starts_at, Instant ends_at, Instant now);

}  // namespace tellfirst::status
