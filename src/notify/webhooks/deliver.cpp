#include "notify/webhooks/deliver.hpp"

#include "kernel/digest.hpp"
#include "notify/finish.hpp"
#include "notify/webhooks/compose_post.hpp"
#include "notify/webhooks/delivery_store.hpp"
#include "notify/webhooks/disable.hpp"
#include "notify/webhooks/schedule.hpp"

// A webhook has one job, which posts one delivery at a time: so its words arrive in their order.
// While the job runs, a publish may queue another one for the same webhook; the lease on the
// webhook tells the two apart. After a crash the same job runs again, finds its own lease, and
// posts once more under the same webhook-id, by which a receiver knows the repetition.
namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

// Longer than an attempt may take. By the machine's clock, like all leases.
constexpr auto lease_length = 1min;

// Addresses that have just failed may hold a thread for 15 s each; half of the threads that wait
// stay free for the rest.
constexpr std::int64_t most_failing_at_once = 64;

// How soon to look again whether another job has done with this one, or a place is free.
constexpr auto glance = 1s;
constexpr auto glance_of_failing = 5s;

struct Sending {
    WebhookPost post;
    Post what;
    std::optional<Instant> still_due_at;  // of one that is tried before its time
};

void look_again(Call& call, WebhookId webhook, Instant at)
{
    jobs::later(
        call, {.kind = webhook_job,
               .body = to_json(WebhookJob{webhook}),
               .due_at = at,
               .key = webhook.text()});
}

// May this job post to it now? Where it may not, and something waits, there is another job.
bool is_its_turn(Call& call, Endpoint const& endpoint, jobs::Job const& job)
{
    auto const machine_now = Clock::machine_now();
    bool const is_leased = endpoint.leased_by != 0 && endpoint.leased_until > machine_now;
    bool const is_ours = endpoint.leased_by == job.id.value();
    if (is_leased && !is_ours) {
        look_again(call, endpoint.id, call.now + glance);
        return false;
    }
    auto const at = next_attempt_at(call, endpoint);
    if (!at)
        return false;
    if (*at > call.now) {
        look_again(call, endpoint.id, *at);
        return false;
    }
    if (!is_ours && endpoint.failing_since &&
        store::count_failing(call.tx, machine_now) >= most_failing_at_once) {
        look_again(call, endpoint.id, call.now + glance_of_failing);
        return false;
    }
    return true;
}

std::optional<Sending> claim(Call& call, jobs::Job const& job, WebhookId id)
{
    auto const endpoint = store::find_webhook(call.tx, id);
    if (!endpoint || endpoint->state == WebhookState::disabled)
        return std::nullopt;
    if (store::end_older_posts(call.tx, id, call.now) > 0)
        finish_over(call);
    if (!is_its_turn(call, *endpoint, job))
        return std::nullopt;
    auto post = store::first_post(call.tx, id, call.now).value();
    store::lease_webhook(call.tx, id, job.id, Clock::machine_now() + lease_length);
    post.state = State::sending;
    ++post.tries;
    store::save_post(call.tx, post, std::nullopt, call.now);
    auto const still_due_at = post.due_at > call.now ? post.due_at : std::nullopt;
    auto what = compose_post(call, *endpoint, post).what;
    return Sending{.post = std::move(post), .what = std::move(what), .still_due_at = still_due_at};
}

// Unless there is nothing left to wait for: a later word about the same does.
void wait_again(Call& call, WebhookPost const& post)
{
    if (auto const later = store::overtaken_by(call.tx, post))
        store::supersede_post(call.tx, post, *later, call.now);
}

void apply(Call& call, Endpoint const& endpoint, WebhookPost post, WebhookNext const& next)
{
    post.state = next.state;
    post.step = next.step;
    post.due_at = next.due_at;
    store::save_post(call.tx, post, std::nullopt, call.now);
    if (next.due_at)
        wait_again(call, post);
    store::save_health(call.tx, endpoint.id, next.health);
    if (next.disabled_because) {
        disable(call, endpoint, *next.disabled_because);
        return;
    }
    if (next.state == State::accepted)
        store::let_posts_go(call.tx, endpoint.id);
    else if (next.due_at && next.step < attempts_in_order)
        store::hold_posts(call.tx, endpoint.id, *next.due_at);
}

// Its address was changed while this was under way: what the old one answered says nothing about
// the new one, which has just answered a ping.
void try_at_new_address(Call& call, WebhookPost post)
{
    post.state = State::queued;
    post.due_at = std::max(call.now, post.ready_at);
    store::save_post(call.tx, post, std::nullopt, call.now);
    wait_again(call, post);
}

Result<void> settle(Call& call, jobs::Job const& job, Sending const& sent, Posted const& posted)
{
    if (auto const held = jobs::finish(call, job); !held)
        return held;
    auto const id = sent.post.webhook;
    store::release_webhook(call.tx, id, job.id);
    // Whoever removed the webhook meanwhile removed what was to go there.
    auto const post = store::find_post(call.tx, sent.post.id);
    auto const endpoint = store::find_webhook(call.tx, id);
    if (!post || !endpoint)
        return {};
    store::keep_attempt(call.tx, *post, posted.attempt);
    constexpr double most = std::numeric_limits<std::uint32_t>::max();
    auto const next = next_of(
        {.answer = posted.answer,
         .step = post->step,
         .still_due_at = sent.still_due_at,
         .health = endpoint->health(),
         .jitter = random_number() / (most + 1)},
        call.now);
    // What ended meanwhile (the webhook was disabled) has still arrived if it was answered well.
    bool const is_accepted = next.state == State::accepted;
    if (post->due_at && !is_accepted && endpoint->url != sent.what.url)
        try_at_new_address(call, *post);
    else if (post->due_at || is_accepted)
        apply(call, *endpoint, *post, next);
    finish_over(call, post->notice);
    schedule(call, id);
    return {};
}

}  // namespace

Result<void> deliver(House const& house, jobs::Job const& job, WayOut const& way)
{
    auto const body = job.body_as<WebhookJob>();
    if (!body)
        return body.error();
    auto const sending = house.write(Actor::system(), [&](Call& call) {
        auto claimed = claim(call, job, body->webhook);
        if (!claimed)
            (void)jobs::finish(call, job);
        return claimed;
    });
    if (!sending)
        return {};
    auto const posted = post(way.outgoing, sending->what, way.stop);
    if (way.stop.stop_requested() && !posted.attempt.status)
        return {};
    return house.write(
        Actor::system(), [&](Call& call) { return settle(call, job, *sending, posted); });
}

}  // namespace tellfirst::notify
