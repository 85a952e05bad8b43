#include "notify/finish.hpp"

#include "notify/progress.hpp"
#include "notify/sending_store.hpp"

namespace tellfirst::notify {

void finish(Call& call, Notice const& notice)
{
    auto const tally = store::close(call.tx, notice.id, call.now);
    if (!tally || notice.kind != NoticeKind::announcement)
        return;
    call.tell(NoticeDone{
        .notice = notice.id,
        .about = about_of(notice),
        .accepted = tally->accepted,
        .not_accepted = tally->not_accepted});
}

void finish_if_over(Call& call, Notice const& notice)
{
    if (store::is_over(call.tx, notice.id))
        finish(call, notice);
}

}  // namespace tellfirst::notify
