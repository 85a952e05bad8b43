#include "notify/progress.hpp"

#include "notify/fanout/pace.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/notify.hpp"
#include "notify/progress_store.hpp"

namespace tellfirst::notify {
namespace {

std::int64_t waiting(NoticeCounts const& counts)
{
    return counts.queued + counts.held + counts.sending + counts.deferred;
}

NoticeState state_of(
    Notice const& notice, NoticeCounts const& counts, store::Stops const& stops, bool has_begun)
{
    if (notice.cancelled_at)
        return NoticeState::cancelled;
    if (waiting(counts) == 0 && !stops.is_freezing)
        return NoticeState::done;
    if (stops.unapproved_since)
        return NoticeState::unapproved;
    if (stops.paused_at)
        return NoticeState::paused;
    return has_begun ? NoticeState::sending : NoticeState::waiting;
}

}  // namespace

Standing standing_of(Call& call, Notice const& notice)
{
    Standing standing;
    auto& progress = standing.progress;
    progress = {
        .id = notice.id,
        .update = notice.body_as<Announcement>().update,
        .topic = notice.topic.value_or(accounts::Topic::unplanned),
        .made_at = notice.at,
        .sends_at = notice.due_at,
        .counts = {}};
    std::int64_t tried_recently = 0;
    std::int64_t later = 0;
    auto const count = [&](store::StateCount const& some) {
        boost::mp11::mp_for_each<MembersOf<NoticeCounts>>([&](auto member) {
            if (name_of(some.state) == member.name)
                progress.counts.*member.pointer += some.deliveries;
        });
        progress.total += some.deliveries;
        standing.has_begun = standing.has_begun || some.begun > 0;
        tried_recently += some.recent;
        later += some.later;
    };
    // What is due within the window that the pace is taken from leaves at that pace.
    store::Lately const lately{.since = call.now - pace_window, .until = call.now + pace_window};
    std::ranges::for_each(store::count_states(call.tx, notice.id, lately), count);
    std::ranges::for_each(store::count_post_states(call.tx, notice.id, lately), count);
    auto const stops = store::stops_of(call.tx, notice.id);
    progress.state = state_of(notice, progress.counts, stops, standing.has_begun);
    if (progress.state == NoticeState::unapproved)
        progress.asked_by = stops.asked_by;
    if (progress.state == NoticeState::sending) {
        auto const now_waiting = waiting(progress.counts) - later;
        auto const pace = pace_of(
            {.since = notice.due_at, .recent = tried_recently, .waiting = now_waiting}, call.now);
        progress.per_second = pace.per_second;
        // Nobody knows yet how many there are, or what is left waits for another hour.
        if (!stops.is_freezing && now_waiting > 0)
            progress.seconds_left = pace.seconds_left;
    }
    return standing;
}

Progress progress_of(Call& call, Notice const& notice)
{
    return standing_of(call, notice).progress;
}

About about_of(Notice const& notice)
{
    return About::parse(notice.about).value_or(About{});
}

std::int64_t count_told(db::Tx& tx, About const& about)
{
    return store::count_told(tx, about.text());
}

std::vector<Progress>
notices_about(Call& call, About const& about, std::optional<NoticeId> after, int limit)
{
    std::vector<Progress> all;
    for (auto const& notice : store::announcements_about(call.tx, about.text(), after, limit))
        all.push_back(progress_of(call, notice));
    return all;
}

}  // namespace tellfirst::notify
