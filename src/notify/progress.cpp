#include "notify/progress.hpp"

#include "notify/notify.hpp"
#include "notify/progress_store.hpp"

namespace tellfirst::notify {
namespace {

NoticeState state_of(Notice const& notice, NoticeCounts const& counts, bool has_begun)
{
    if (notice.cancelled_at)
        return NoticeState::cancelled;
    if (counts.queued + counts.sending + counts.deferred == 0)
        return NoticeState::done;
    return has_begun ? NoticeState::sending : NoticeState::waiting;
}

}  // namespace

Progress progress_of(db::Tx& tx, Notice const& notice)
{
    Progress progress{
        .id = notice.id,
        .update = notice.body_as<Announcement>().update,
        .topic = notice.topic.value_or(accounts::Topic::unplanned),
        .made_at = notice.at,
        .sends_at = notice.due_at,
        .counts = {}};
    bool has_begun = false;
    for (auto const& [state, deliveries, begun] : store::count_states(tx, notice.id)) {
        boost::mp11::mp_for_each<MembersOf<NoticeCounts>>([&](auto member) {
            if (name_of(state) == member.name)
                progress.counts.*member.pointer = deliveries;
        });
        progress.total += deliveries;
        has_begun = has_begun || begun > 0;
    }
    progress.state = state_of(notice, progress.counts, has_begun);
    return progress;
}

std::int64_t count_told(db::Tx& tx, About const& about)
{
    return store::count_told(tx, about.text());
}

std::vector<Progress>
notices_about(db::Tx& tx, About const& about, std::optional<NoticeId> after, int limit)
{
    std::vector<Progress> all;
    for (auto const& notice : store::announcements_about(tx, about.text(), after, limit))
        all.push_back(progress_of(tx, notice));
    return all;
}

}  // namespace tellfirst::notify
