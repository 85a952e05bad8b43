#pragma once
#include "jobs/jobs.hpp"
#include "wire/http/target.hpp"

namespace tellfirst::notify {

struct WayOut {
    http::Outgoing const& outgoing;
    std::stop_token stop;
};

// The job of a webhook that waits: posts one delivery, outside any transaction, and queues itself
// for the next. One that is stopped before there is an answer posts it again when it runs next.
[[nodiscard]] Result<void> deliver(House const& house, jobs::Job const& job, WayOut const& way);

}  // namespace tellfirst::notify
