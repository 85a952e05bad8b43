#include "notify/finish.hpp"
#include "notify/holds/hold.hpp"
#include "notify/hours_store.hpp"
#include "notify/notify.hpp"
#include "notify/progress.hpp"
#include "notify/progress_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {

Result<Progress> cancel(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement)
        return not_found("notice");
    auto const before = standing_of(call, *notice);
    if (before.progress.state == NoticeState::cancelled)
        return before.progress;  // said twice: the answer got lost, not the fact
    if (before.has_begun || before.progress.state == NoticeState::done)
        return conflict(
            "notice.already_sending",
            "It is on its way already and cannot be taken back. Publish the next word.");

    store::mark_cancelled(call.tx, id, call.now);
    store::end_waiting(
        call.tx, id, {.state = State::cancelled, .reason = "taken back", .at = call.now});
    cancel_webhooks(call, id);
    store::let_earlier_go_on(call.tx, *notice);
    for (auto const& earlier : store::words_on_their_way(call.tx, *notice))
        store::let_wait(call.tx, earlier, std::max(call.now, earlier.due_at));
    hold_again(call, *notice);
    call.tell(NoticeCancelled{
        .notice = id, .about = about_of(*notice), .update = before.progress.update});
    finish(call, *notice);
    notice->cancelled_at = call.now;
    return progress_of(call, *notice);
}

}  // namespace tellfirst::notify
