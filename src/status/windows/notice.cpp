#include "status/windows/notice.hpp"

#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "notify/notify.hpp"
#include "promises/promises.hpp"
#include "status/limits.hpp"
#include "status/services/services.hpp"
#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

// More names in one sentence are read by nobody.
constexpr std::size_t most_named = 5;

std::string sentence_about(std::span<PlanNotice const> notice)
{
    std::vector<std::string> named;
    for (auto const& plan : notice)
        if (plan.is_short)
            named.push_back(fmt::format(
                "{} ({} h were sold, {} h are given)", plan.plan_name, plan.needed_hours,
                plan.given_hours));
    auto const more = named.size() > most_named ? named.size() - most_named : 0;
    named.resize(named.size() - more);
    return fmt::format(
        "These plans hear of it too late: {}{}. Say why.", fmt::join(named, ", "),
        more == 0 ? "" : fmt::format(" and {} more", more));
}

bool is_broken(promises::Promise const& promise, promises::Make const& wish)
{
    return promise.state == promises::State::broken && promise.source == wish.source &&
           promise.due_at == wish.due_at && promise.text == wish.text;
}

}  // namespace

std::optional<Instant>
told_since(std::span<WindowTime const> spans, Instant starts_at, Instant ends_at)
{
    std::optional<Instant> since;
    for (auto const& span : spans) {
        bool const tells = span.is_told && span.starts_at <= starts_at && span.ends_at >= ends_at;
        if (!tells)
            since.reset();
        else if (!since)
            since = span.said_at;
    }
    return since;
}

PlanNotice judge_notice(PlanNotice plan, Instant starts_at, std::optional<Instant> told_at)
{
    auto const ahead = told_at ? starts_at - *told_at : Duration{0};
    plan.given_hours =
        std::max<std::int64_t>(0, std::chrono::floor<std::chrono::hours>(ahead).count());
    plan.is_short = ahead < std::chrono::hours{plan.needed_hours};
    return plan;
}

std::vector<PlanNotice> notice_for(
    db::Tx& tx, std::vector<ServiceId> const& services, Instant starts_at,
    std::optional<Instant> told_at)
{
    auto const touched = notify::audience_of(
        tx, {.topic = accounts::Topic::planned,
             .services = with_groups(tx, services),
             .is_public = !public_among(tx, services).empty()});
    std::vector<PlanNotice> notice;
    for (auto const& share : touched.plans) {
        if (!share.plan)
            continue;  // nothing was sold to who only subscribed
        if (auto const plan = accounts::find_plan(tx, *share.plan))
            notice.push_back(judge_notice(
                {.plan = plan->id,
                 .plan_name = share.name,
                 .needed_hours = plan->notice_lead_hours},
                starts_at, told_at));
    }
    return notice;
}

Instant begins_anew(Window const& window, WindowTime const& time)
{
    return window.state == WindowState::started ? window.ends_at : time.starts_at;
}

std::vector<PlanNotice> notice_of_time(db::Tx& tx, Window const& window, WindowTime const& time)
{
    auto spans = store::spans_of(tx, window.id);
    spans.push_back(time);
    auto const begins = begins_anew(window, time);
    return notice_for(tx, window.services, begins, told_since(spans, begins, time.ends_at));
}

Result<void> check_reason(std::span<PlanNotice const> notice, std::string const& short_reason)
{
    if (short_reason.size() > longest_reason)
        return invalid("window.reason_too_long", "short_reason", "Take at most 2,000 bytes.");
    if (trim(short_reason).empty() && std::ranges::any_of(notice, &PlanNotice::is_short))
        return invalid("window.needs_reason", "short_reason", sentence_about(notice));
    return {};
}

void promise_notice(
    Call& call, Window const& window, Instant begins, std::span<PlanNotice const> notice)
{
    auto const about = window.id.text();
    promises::withdraw_all(call, promises::Source::notice, about, "the window has another time");
    auto const before = promises::about(call.tx, about);
    for (auto const& plan : notice) {
        promises::Make const wish{
            .text = fmt::format(
                "{} h notice for plan {}: {}", plan.needed_hours, plan.plan_name, window.title),
            .to = "public",
            .due_at = begins - std::chrono::hours{plan.needed_hours},
            .source = promises::Source::notice,
            .about = about};
        if (!plan.is_short || std::ranges::any_of(before, [&](promises::Promise const& promise) {
                return is_broken(promise, wish);
            }))
            continue;
        // The text is ours and a moment that has passed is no hindrance: this cannot be refused.
        auto const promise = promises::make(call, wish).value();
        if (*promise.due_at < call.now)
            (void)promises::withdraw(call, promise.id, window.short_reason).value();
    }
}

}  // namespace tellfirst::status
