#include "notify/finish.hpp"

#include "notify/sending_store.hpp"

namespace tellfirst::notify {

void finish(Call& call, Notice const& notice)
{
    auto const tally = store::close(call.tx, notice.id, call.now);
    if (!tally || notice.kind != NoticeKind::announcement)
        return;
    // The subject is kept as text, so that not even an unreadable body keeps a notice open.
    auto const about = About::parse(notice.about);
    call.tell(NoticeDone{
        .notice = notice.id,
        .about = about.value_or(About{}),
        .accepted = tally->accepted,
        .not_accepted = tally->not_accepted});
}

}  // namespace tellfirst::notify
