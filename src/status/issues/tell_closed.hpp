#pragma once
// Inside status: an issue is closed, and whoever said that it affects him gets a letter. He asked
// for this one word, so no topic stops it.
#include "status/status.hpp"

namespace tellfirst::status {

inline constexpr std::string_view tell_closed_job = "status.tell_issue_closed";

void tell_closed_later(Call& call, IssueId id);

// One slice of them, and a job for the next one.
[[nodiscard]] Result<void> tell_closed(Call& call, jobs::Job const& job);

}  // namespace tellfirst::status
