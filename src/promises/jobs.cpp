#include "promises/late.hpp"
#include "promises/record.hpp"

namespace tellfirst::promises {

void add_jobs(jobs::Board& board)
{
    board.on(std::string{due_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        if (auto const id = PromiseId::parse(job.key))
            fall_due(call, *id);
        return {};
    });
}

}  // namespace tellfirst::promises
