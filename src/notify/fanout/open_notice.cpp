#include "notify/fanout/open_notice.hpp"

namespace tellfirst::notify {

Result<Notice> open_notice(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement)
        return not_found("notice");
    auto const state = progress_of(call, *notice).state;
    if (state == NoticeState::done || state == NoticeState::cancelled)
        return conflict("notice.is_over", "All of it has come to its end: nothing waits any more.");
    return *std::move(notice);
}

}  // namespace tellfirst::notify
