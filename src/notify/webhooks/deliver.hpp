#pragma once
#include "jobs/jobs.hpp"
#include "wire/http/target.hpp"

namespace tellfirst::notify {

// The job of a webhook that waits: posts one delivery, outside any transaction, and queues itself
// for the next.
[[nodiscard]] Result<void>
deliver(House const& house, jobs::Job const& job, http::Outgoing const& outgoing);

}  // namespace tellfirst::notify
