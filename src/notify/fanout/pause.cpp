#include "notify/fanout/fanout.hpp"
#include "notify/fanout/open_notice.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/hours_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {

Result<Progress> pause(Call& call, NoticeId id)
{
    auto const open = open_notice(call, id);
    if (!open)
        return open.error();
    if (store::stops_of(call.tx, id).paused_at)
        return progress_of(call, *open);  // said twice: the answer got lost, not the fact
    store::pause(call.tx, id, call.now);
    call.tell(NoticePaused{.notice = id, .about = about_of(*open)});
    return progress_of(call, *open);
}

Result<Progress> resume(Call& call, NoticeId id)
{
    auto const open = open_notice(call, id);
    if (!open)
        return open.error();
    if (!store::stops_of(call.tx, id).paused_at)
        return progress_of(call, *open);
    store::resume(call.tx, id);
    store::let_wait(call.tx, *open, std::max(call.now, open->due_at));
    schedule_webhooks(call, id);
    call.tell(NoticeResumed{.notice = id, .about = about_of(*open)});
    return progress_of(call, *open);
}

}  // namespace tellfirst::notify
