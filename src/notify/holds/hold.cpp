#include "notify/holds/hold.hpp"

#include "jobs/jobs.hpp"
#include "notify/finish.hpp"
#include "notify/holds/held_letter.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/known.hpp"
#include "notify/webhooks/schedule.hpp"

// A held delivery waits like any other that waits, but for a moment that never comes: so a later
// word supersedes it, and whoever takes the notice back takes it along. Its release gives it the
// moment at which it is due. A word that takes the place of a held one goes by itself when that
// one would have gone, so that no flow of updates keeps readers waiting longer than was chosen.
namespace tellfirst::notify {
namespace {

struct HoldJob {
    NoticeId notice;
    BrandId brand;
};
BOOST_DESCRIBE_STRUCT(HoldJob, (), (notice, brand))

std::string job_key(HoldKey const& key)
{
    return fmt::format("{}:{}", key.notice.text(), key.brand.text());
}

void look_again(Call& call, store::Hold const& hold)
{
    auto const at = std::min(hold.releases_at.value_or(hold.expires_at), hold.expires_at);
    jobs::later(
        call, {.kind = hold_job,
               .body = to_json(HoldJob{.notice = hold.notice, .brand = hold.brand}),
               .due_at = std::max(at, call.now),
               .key = job_key(hold.key())});
}

std::optional<Instant> releases_at(Call& call, Notice const& notice, Forwards const& forwards)
{
    if (!forwards.release_after_minutes)
        return std::nullopt;
    auto at = call.now + std::chrono::minutes{*forwards.release_after_minutes};
    for (auto const& earlier : store::open_holds(call.tx, notice.about, forwards.brand))
        if (earlier.notice < notice.id)
            at = std::min(at, earlier.releases_at.value_or(at));
    return std::max(at, notice.due_at);
}

// A word is released for itself alone: what waited before it does not go out because of that. Its
// time may have passed meanwhile; then it goes, or is of no use any more.
void wait_again(Call& call, store::Hold const& hold)
{
    store::open_again(call.tx, hold.key());
    look_again(call, hold);
}

void hold_for(Call& call, Notice const& notice, Announcement const& words, Forwards const& forwards)
{
    HoldKey const key{.brand = forwards.brand, .notice = notice.id};
    auto const known = store::find_hold(call.tx, key);
    if (known && known->released_at)
        return;  // a slice of the audience that comes after the release
    auto const deliveries = store::hold(call.tx, key);
    if (deliveries == 0)
        return;
    if (known)
        return wait_again(call, *known);
    store::Hold const hold{
        .notice = notice.id,
        .brand = forwards.brand,
        .about = notice.about,
        .held_at = call.now,
        .releases_at = releases_at(call, notice, forwards),
        .expires_at = notice.useful_until,
        .ended_at = {},
        .ended_by = {},
        .released_at = {},
        .title = {},
        .text = {}};
    store::add_hold(call.tx, hold);
    look_again(call, hold);
    call.tell(NoticeHeld{
        .notice = notice.id,
        .about = words.about,
        .brand = forwards.brand,
        .deliveries = deliveries});
    tell_partner(call, forwards, hold, known_to(words, {}));
}

}  // namespace

void hold_back(Call& call, Notice const& notice, Announcement const& words)
{
    for (auto const& forwards : store::brands_that_hold(call.tx))
        hold_for(call, notice, words, forwards);
}

void hold_again(Call& call, Notice const& cancelled, Slice const& slice)
{
    store::close_holds(call.tx, cancelled.id, call.now);
    for (auto const& hold : store::unreleased_holds(call.tx, cancelled.about))
        if (hold.notice != cancelled.id && store::hold(call.tx, hold.key(), slice) > 0)
            wait_again(call, hold);
}

Result<void> let_go(Call& call, HoldKey const& key, std::string by, Release const& wish)
{
    auto hold = store::find_hold(call.tx, key);
    auto const notice = store::find_notice(call.tx, key.notice);
    if (!hold || !notice)
        return not_found("notice");
    if (hold->ended_at || store::count_held(call.tx, key) == 0)
        return conflict(
            "notice.not_held", "It is not held any more: it went, or a later word took its place.");
    hold->ended_at = hold->released_at = call.now;
    hold->ended_by = by;
    hold->title = wish.title;
    hold->text = wish.text;
    store::end_holds(call.tx, *hold);
    for (auto const webhook : store::let_go(call.tx, key, std::max(call.now, notice->due_at)))
        schedule(call, webhook);
    jobs::cancel(call, hold_job, job_key(key));
    call.tell(NoticeReleased{
        .notice = key.notice,
        .about = About::parse(notice->about).value_or(About{}),
        .brand = key.brand,
        .by = std::move(by),
        .is_edited = wish.is_edited()});
    return {};
}

void end_hold(Call& call, HoldKey const& key)
{
    auto hold = store::find_hold(call.tx, key);
    if (!hold || hold->ended_at || store::count_held(call.tx, key) == 0)
        return;
    if (hold->releases_at && *hold->releases_at <= call.now) {
        (void)let_go(call, key, call.actor.text(), {});
        return;
    }
    if (hold->expires_at > call.now)
        return look_again(call, *hold);
    hold->ended_at = call.now;
    hold->ended_by = call.actor.text();
    store::end_holds(call.tx, *hold);
    store::give_up(call.tx, key, call.now);
    finish_over(call, key.notice);
}

Announcement as_released(Announcement words, std::optional<store::Hold> const& hold)
{
    if (hold && hold->title)
        words.title = *hold->title;
    if (hold && hold->text)
        words.text = *hold->text;
    if (hold && (hold->title || hold->text))
        words.wordings.reset();  // his own words are all that there is of it
    return words;
}

Notice as_released(Notice notice, std::optional<store::Hold> const& hold)
{
    if (!hold)
        return notice;
    notice.body = write_json(to_json(as_released(notice.body_as<Announcement>(), hold)));
    notice.earlier.clear();
    return notice;
}

void add_hold_jobs(jobs::Board& board)
{
    board.on(std::string{hold_job}, [](Call& call, jobs::Job const& job) -> Result<void> {
        auto const body = job.body_as<HoldJob>();
        if (!body)
            return body.error();
        end_hold(call, {.brand = body->brand, .notice = body->notice});
        return {};
    });
}

}  // namespace tellfirst::notify
