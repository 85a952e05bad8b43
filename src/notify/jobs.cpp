#include "jobs/jobs.hpp"

#include "notify/bounces/read_bounce.hpp"
#include "notify/fanout/ending.hpp"
#include "notify/fanout/freeze.hpp"
#include "notify/notify.hpp"

namespace tellfirst::notify {

void add_jobs(jobs::Board& board)
{
    board.on_work(std::string{read_bounce_job}, read_bounce);
    board.on(std::string{freeze_job}, [](Call& call, jobs::Job const&) {
        return freeze_next_slice(call);
    });
    board.on(
        std::string{end_job}, [](Call& call, jobs::Job const&) { return end_next_slice(call); });
    add_hold_jobs(board);
}

}  // namespace tellfirst::notify
