#include "notify/fanout/fanout.hpp"
#include "notify/fanout/open_notice.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/hours_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {

Result<Progress> approve(Call& call, NoticeId id)
{
    auto const open = open_notice(call, id);
    if (!open)
        return open.error();
    auto const stops = store::stops_of(call.tx, id);
    if (!stops.unapproved_since)
        return progress_of(call, *open);  // said twice: the answer got lost, not the fact
    if (call.actor.kind != Actor::Kind::person || PersonId{call.actor.id} == stops.asked_by)
        return conflict(
            "notice.needs_another_person",
            "A second pair of eyes is somebody else's: another person may approve it.");
    store::approve(call.tx, id, PersonId{call.actor.id}, call.now);
    store::let_wait(call.tx, *open, std::max(call.now, open->due_at));
    schedule_webhooks(call, id);
    call.tell(NoticeApproved{.notice = id, .about = about_of(*open)});
    return progress_of(call, *open);
}

}  // namespace tellfirst::notify
