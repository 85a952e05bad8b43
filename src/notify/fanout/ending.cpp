#include "notify/fanout/ending.hpp"

#include "notify/fanout/freeze.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/holds/hold.hpp"
#include "notify/hours_store.hpp"
#include "notify/progress_store.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/freeze.hpp"

namespace tellfirst::notify {
namespace {

// A tenth of a second of the one writer; so many are ended at once, too.
constexpr std::int64_t rows_of_a_slice = 5'000;
// A webhook's queue is looked through and woken: as dear as a dozen rows.
constexpr std::int64_t webhooks_of_a_slice = 500;

constexpr Slice nobody{.after = Slice{}.after, .upto = Slice{}.after};

// What is older has been done for long.
constexpr int most_words_looked_at = 50;

std::string_view reason_of(How how)
{
    return how == How::taken_back ? store::was_taken_back : store::rest_cancelled;
}

void go_on(Call& call)
{
    jobs::later(call, {.kind = end_job, .due_at = call.now, .key = "one"});
}

// When the first of those was said that were taken back one after the other up to this one: what
// was overtaken since then waits again.
Instant begin_of_run(db::Tx& tx, Notice const& last)
{
    auto since = last.at;
    for (auto const& earlier :
         store::announcements_about(tx, last.about, last.id, most_words_looked_at)) {
        if (store::how_ended(tx, earlier.id) != How::taken_back)
            break;
        since = earlier.at;
    }
    return since;
}

// What it had taken the place of waits again, for each reader's own hour, or for its release.
void let_earlier_go_on(Call& call, Notice const& notice, Slice const& slice)
{
    store::let_earlier_go_on(call.tx, notice, begin_of_run(call.tx, notice), slice);
    for (auto const& earlier : store::words_on_their_way(call.tx, notice, slice))
        store::let_wait(call.tx, earlier, std::max(call.now, earlier.due_at), slice);
    hold_again(call, notice, slice);
}

void end_slice(Call& call, Notice const& notice, How how, Slice const& slice)
{
    store::end_waiting(
        call.tx, notice.id, {.state = State::cancelled, .reason = reason_of(how), .at = call.now},
        slice);
    if (how == How::taken_back)
        let_earlier_go_on(call, notice, slice);
}

// Earlier ones may have come to their end meanwhile, and were kept from being done.
void close(Call& call, NoticeId id)
{
    store::close_ending(call.tx, id, call.now);
    auto const about = store::find_notice(call.tx, id).value().about;
    for (auto const& each :
         store::announcements_about(call.tx, about, std::nullopt, most_words_looked_at))
        finish_over(call, each.id);
}

void end_at_once(Call& call, Notice const& notice, How how)
{
    end_slice(call, notice, how, {});
    schedule_webhooks(call, notice.id);
    store::close_ending(call.tx, notice.id, call.now);
    finish_over(call, notice.id);
}

// The posts themselves end at once, so only their webhooks are woken piece by piece.
bool wake_next_webhooks(Call& call, store::Ending& ending)
{
    auto const some =
        schedule_webhooks_after(call, ending.notice, ending.webhooks_to, webhooks_of_a_slice);
    if (some)
        ending.webhooks_to = *some;
    return some.has_value();
}

bool end_next_rows(Call& call, store::Ending& ending)
{
    auto const upto = store::end_of_slice(call.tx, ending.notice, ending.done_to, rows_of_a_slice);
    if (!upto)
        return false;
    auto const notice = store::find_notice(call.tx, ending.notice).value();
    end_slice(call, notice, ending.how, {.after = ending.done_to, .upto = *upto});
    ending.done_to = *upto;
    return true;
}

}  // namespace

void end_waiting_words(Call& call, Notice const& notice, How how)
{
    if (how == How::taken_back) {
        take_back_posts(call, notice.id);
        hold_again(call, notice, nobody);  // their posts
    } else {
        cut_posts(call, notice.id);
    }
    store::begin_ending(call.tx, {.notice = notice.id, .how = how});
    if (store::is_larger(call.tx, notice.id, rows_of_a_slice) ||
        store::has_more_posts(call.tx, notice.id, webhooks_of_a_slice))
        return go_on(call);
    end_at_once(call, notice, how);
}

Result<void> end_next_slice(Call& call)
{
    auto ending = store::last_ending(call.tx);
    if (!ending)
        return {};
    bool const had_rows = end_next_rows(call, *ending);
    bool const had_webhooks = wake_next_webhooks(call, *ending);
    if (had_rows || had_webhooks) {
        store::end_to(call.tx, *ending);
        go_on(call);
        return {};
    }
    close(call, ending->notice);
    if (store::last_ending(call.tx))
        go_on(call);
    go_on_freezing(call);
    return {};
}

}  // namespace tellfirst::notify
