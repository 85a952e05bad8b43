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

void finish_over(Call& call, NoticeId notice)
{
    if (auto const over = store::finished(call.tx, notice))
        finish(call, *over);
}

void finish_over(Call& call)
{
    for (auto const& notice : store::finished(call.tx))
        finish(call, notice);
}

void close_finished(House const& house)
{
    auto const any =
        house.read(Actor::system(), [](Call& call) { return !store::finished(call.tx).empty(); });
    if (any)
        house.write(Actor::system(), [](Call& call) { finish_over(call); });
}

}  // namespace tellfirst::notify
