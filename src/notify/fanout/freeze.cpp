#include "notify/fanout/freeze.hpp"

#include "notify/audience_store.hpp"
#include "notify/fanout/ending_store.hpp"
#include "notify/fanout/freeze_store.hpp"
#include "notify/fanout/stop_store.hpp"
#include "notify/finish.hpp"
#include "notify/holds/hold.hpp"
#include "notify/progress_store.hpp"

namespace tellfirst::notify {
namespace {

// Deliveries that the publishing transaction writes itself: a tenth of a second.
constexpr std::int64_t most_at_once = 20'000;
// Contacts of a slice: nobody waits longer for the one writer than for a large list.
constexpr std::int64_t contacts_of_a_slice = 5'000;

void go_on(Call& call)
{
    jobs::later(call, {.kind = freeze_job, .due_at = call.now, .key = "one"});
}

void say_frozen(Call& call, Notice const& notice, Announcement const& words)
{
    auto const size = store::audience_size(call.tx, notice.id);
    call.tell(NoticeQueued{
        .notice = notice.id,
        .about = words.about,
        .update = words.update,
        .exposed = size.exposed,
        .queued = size.queued});
    finish_over(call, notice.id);
}

// It is not being sent any more, or must not be: its rows are the proof of that.
std::optional<std::string_view> ended_because(Call& call, Notice const& notice, std::int64_t epoch)
{
    if (notice.cancelled_at)
        return store::how_ended(call.tx, notice.id) == How::taken_back ? store::was_taken_back
                                                                       : store::rest_cancelled;
    if (epoch < db::data_epoch(call.tx))
        return "restored from a backup";
    return std::nullopt;
}

void write_slice(Call& call, store::Freezing const& freezing, Slice const& slice)
{
    auto const notice = store::find_notice(call.tx, freezing.notice).value();
    auto const words = notice.body_as<Announcement>();
    store::freeze_audience(call.tx, notice, target_of(words), slice);
    if (auto const reason = ended_because(call, notice, freezing.epoch))
        store::end_waiting(
            call.tx, notice.id, {.state = State::cancelled, .reason = *reason, .at = call.now},
            slice);
    else
        store::supersede_earlier(call.tx, notice, slice);
    hold_back(call, notice, words);
    if (slice.upto < freezing.newest)
        return store::freeze_to(call.tx, notice.id, slice.upto);
    store::end_freezing(call.tx, notice.id);
    say_frozen(call, notice, words);
}

// What was announced before services were kept one by one names them with their groups.
std::optional<std::vector<ServiceId>> on_page(Announcement const& words)
{
    if (!words.named)
        return std::nullopt;
    std::vector<ServiceId> all;
    for (auto const& named : *words.named) {
        if (!named.service)
            return std::nullopt;
        all.push_back(*named.service);
    }
    return all;
}

}  // namespace

Target target_of(Announcement const& words)
{
    return {
        .topic = words.topic,
        .reach = words.reach,
        .about = words.about,
        .services = words.services,
        .account = words.account,
        .also = words.also,
        .is_public = !words.hidden || !words.service_names.empty(),
        .brand = words.brand.value_or(BrandId{}),
        .plan = words.plan,
        .on_page = on_page(words)};
}

void freeze(Call& call, Notice const& notice, Announcement const& words)
{
    auto const target = target_of(words);
    if (store::is_any_freezing(call.tx, target) || store::is_any_ending(call.tx, target) ||
        store::is_larger(call.tx, target, notice.id, most_at_once)) {
        store::begin_freezing(call.tx, notice.id);
        return go_on(call);
    }
    store::freeze_audience(call.tx, notice, target);
    store::supersede_earlier(call.tx, notice);
    hold_back(call, notice, words);
    say_frozen(call, notice, words);
}

Result<void> freeze_next_slice(Call& call)
{
    auto const freezing = store::first_freezing(call.tx);
    if (!freezing)
        return {};
    write_slice(call, *freezing, store::next_slice(call.tx, *freezing, contacts_of_a_slice));
    call.tx.wake_listeners();
    go_on_freezing(call);
    return {};
}

void go_on_freezing(Call& call)
{
    if (store::first_freezing(call.tx))
        go_on(call);
}

}  // namespace tellfirst::notify
