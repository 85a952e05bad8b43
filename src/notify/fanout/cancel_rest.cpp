#include "notify/fanout/fanout.hpp"
#include "notify/fanout/open_notice.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/progress_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {

Result<Progress> cancel_rest(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (notice && notice->cancelled_at)
        return progress_of(call, *notice);
    auto open = open_notice(call, id);
    if (!open)
        return open.error();
    // Paused, too, so that the outbox takes back what it has claimed.
    store::pause(call.tx, id, call.now);
    store::mark_cancelled(call.tx, id, call.now);
    store::end_waiting(
        call.tx, id, {.state = State::cancelled, .reason = store::rest_cancelled, .at = call.now});
    cut_webhooks(call, id);
    call.tell(NoticeCutShort{.notice = id, .about = about_of(*open)});
    open->cancelled_at = call.now;
    finish_over(call, id);
    return progress_of(call, *open);
}

}  // namespace tellfirst::notify
