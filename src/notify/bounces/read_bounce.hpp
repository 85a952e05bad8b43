#pragma once
// Inside notify: the job that reads what came back.
#include "db/house.hpp"
#include "jobs/jobs.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view read_bounce_job = "notify.read_bounce";
struct ReadBounce {
    MailId bounce;
};
BOOST_DESCRIBE_STRUCT(ReadBounce, (), (bounce))

// Reads it outside any transaction; what follows from it is one, together with the end of the job.
[[nodiscard]] Result<void> read_bounce(House& house, jobs::Job const& job);

}  // namespace tellfirst::notify
