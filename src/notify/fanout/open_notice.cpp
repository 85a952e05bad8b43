#include "notify/fanout/open_notice.hpp"

#include "notify/progress_store.hpp"

namespace tellfirst::notify {

Result<Notice> open_notice(Call& call, NoticeId id)
{
    auto notice = store::find_notice(call.tx, id);
    if (!notice || notice->kind != NoticeKind::announcement)
        return not_found("notice");
    if (!store::is_open(call.tx, id))
        return conflict("notice.is_over", "All of it has come to its end: nothing waits any more.");
    return *std::move(notice);
}

}  // namespace tellfirst::notify
