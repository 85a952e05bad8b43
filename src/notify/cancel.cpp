#include "notify/fanout/ending.hpp"
#include "notify/notify.hpp"
#include "notify/progress.hpp"
#include "notify/progress_store.hpp"

namespace tellfirst::notify {
namespace {

// By this much the clock of the node that sends may be ahead of ours.
constexpr auto clocks_differ = std::chrono::seconds{5};

// Until it is due none of its deliveries can have left: nobody need look through a million.
bool has_begun(Call& call, Notice const& notice)
{
    return store::is_posted(call.tx, notice.id) ||
           (call.now + clocks_differ >= notice.due_at && store::has_begun(call.tx, notice.id));
}

}  // namespace

Result<Progress> cancel(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement)
        return not_found("notice");
    if (notice->cancelled_at)
        return progress_of(call, *notice);  // said twice: the answer got lost, not the fact
    if (!store::is_open(call.tx, id) || has_begun(call, *notice))
        return conflict(
            "notice.already_sending",
            "It is on its way already and cannot be taken back. Publish the next word.");

    store::mark_cancelled(call.tx, id, call.now);
    notice->cancelled_at = call.now;
    call.tell(NoticeCancelled{
        .notice = id,
        .about = about_of(*notice),
        .update = notice->body_as<Announcement>().update});
    end_waiting_words(call, *notice, How::taken_back);
    return progress_of(call, *notice);
}

}  // namespace tellfirst::notify
