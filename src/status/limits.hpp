#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace tellfirst::status {

// A title stands in a subject line and on a phone.
inline constexpr std::size_t longest_title = 200;

// A public word is read in a hurry; and a mail of it stays far below the 100 kB at which mail
// programs cut.
inline constexpr std::size_t longest_text = 10'000;

// They stand on one page, and are answered in one list.
inline constexpr std::int64_t most_services_in_all = 2'000;

// Why a plan's notice was not kept: it stands in the ledger, whose reasons are no longer.
inline constexpr std::size_t longest_reason = 2'000;

// More services in one incident than this is "everything".
inline constexpr std::size_t most_services = 200;

// An incident that began a year before we said so is another incident.
inline constexpr std::chrono::days farthest_back{366};

// Work that takes longer than this is no window: it is how things are.
inline constexpr std::chrono::days longest_window{31};

}  // namespace tellfirst::status
