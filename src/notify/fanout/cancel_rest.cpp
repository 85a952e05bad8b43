#include "notify/fanout/cancel_rest.hpp"

#include "jobs/jobs.hpp"
#include "notify/fanout/fanout.hpp"
#include "notify/fanout/open_notice.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/progress_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {
namespace {

// As with writing an audience down: what one transaction ends itself takes a tenth of a second.
constexpr std::int64_t most_at_once = 20'000;
constexpr std::int64_t rows_of_a_slice = 5'000;

void go_on(Call& call, CutJob const& job)
{
    jobs::later(
        call,
        {.kind = cut_job, .body = to_json(job), .due_at = call.now, .key = job.notice.text()});
}

void end_rest(Call& call, NoticeId notice, Slice const& slice = {})
{
    store::end_waiting(
        call.tx, notice,
        {.state = State::cancelled, .reason = store::rest_cancelled, .at = call.now}, slice);
}

}  // namespace

Result<Progress> cancel_rest(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (notice && notice->cancelled_at)
        return progress_of(call, *notice);
    auto open = open_notice(call, id);
    if (!open)
        return open.error();
    // Paused, too, so that nothing more is claimed, and the outbox takes back what it has.
    store::pause(call.tx, id, call.now);
    store::mark_cancelled(call.tx, id, call.now);
    open->cancelled_at = call.now;
    cut_webhooks(call, id);
    call.tell(NoticeCutShort{.notice = id, .about = about_of(*open)});
    if (store::is_larger(call.tx, id, most_at_once)) {
        go_on(call, {.notice = id, .done_to = Slice{}.after});
        return progress_of(call, *open);
    }
    end_rest(call, id);
    finish_over(call, id);
    return progress_of(call, *open);
}

Result<void> cut_next_slice(Call& call, CutJob const& job)
{
    auto const upto = store::end_of_slice(call.tx, job.notice, job.done_to, rows_of_a_slice);
    if (!upto) {
        finish_over(call, job.notice);
        return {};
    }
    end_rest(call, job.notice, {.after = job.done_to, .upto = *upto});
    go_on(call, {.notice = job.notice, .done_to = *upto});
    return {};
}

}  // namespace tellfirst::notify
