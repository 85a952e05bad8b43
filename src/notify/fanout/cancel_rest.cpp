#include "notify/fanout/ending.hpp"
#include "notify/fanout/fanout.hpp"
#include "notify/fanout/open_notice.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/progress_store.hpp"

namespace tellfirst::notify {

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
    call.tell(NoticeCutShort{.notice = id, .about = about_of(*open)});
    end_waiting_words(call, *open, How::cut_short);
    return progress_of(call, *open);
}

}  // namespace tellfirst::notify
