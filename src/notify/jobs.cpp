#include "jobs/jobs.hpp"

#include "notify/bounces/read_bounce.hpp"
#include "notify/fanout/cancel_rest.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/notify.hpp"

namespace tellfirst::notify {

void add_jobs(jobs::Board& board)
{
    board.on_work(std::string{read_bounce_job}, read_bounce);
    board.on(std::string{freeze_job}, [](Call& call, jobs::Job const&) {
        return freeze_next_slice(call);
    });
    board.on(std::string{cut_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        auto const body = job.body_as<CutJob>();
        return body ? cut_next_slice(call, *body) : body.error();
    });
    add_hold_jobs(board);
}

}  // namespace tellfirst::notify
