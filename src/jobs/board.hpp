#pragma once
// Inside jobs: how a fact becomes jobs.
#include "jobs/jobs.hpp"
#include "jobs/store.hpp"

namespace tellfirst::jobs {

// The body of a job that carries a fact to one hearer.
struct Heard {
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(Heard, (), (seq))

[[nodiscard]] inline std::string hearing_kind(std::string_view name)
{
    return "hear:" + std::string{name};
}

// Queues a job for each hearer of the facts since last time. Answers how many facts it took: 0
// when there was nothing to hear.
int queue_hearings(Call& call, Board const& board);

}  // namespace tellfirst::jobs
