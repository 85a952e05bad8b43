#include "jobs/jobs.hpp"
#include "jobs/store.hpp"

namespace tellfirst::jobs {

void later(Call& call, Later const& wish)
{
    store::add(
        call.tx, {.id = call.new_id<JobId>(),
                  .kind = std::string{wish.kind},
                  .key = wish.key,
                  .body = write_json(wish.body),
                  .due_at = wish.due_at});
    if (wish.due_at <= call.now)
        call.tx.wake_listeners();
}

void cancel(Call& call, std::string_view kind, std::string_view key)
{
    store::cancel(call.tx, kind, key);
}

Result<void> finish(Call& call, Job const& job)
{
    if (store::end(call.tx, job.id, job.fence))
        return {};
    return conflict("job.lost", "The lease on this job ran out and went to somebody else.");
}

std::optional<Instant> next_due(db::Tx& tx)
{
    return store::next_due(tx);
}

Standing standing(db::Tx& tx)
{
    return {.waiting = store::count(tx, "waiting"), .given_up = store::count(tx, "given_up")};
}

}  // namespace tellfirst::jobs
