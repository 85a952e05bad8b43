#include "notify/webhooks/next.hpp"

#include "kernel/text.hpp"
#include "wire/mime/header.hpp"

#include <charconv>

namespace tellfirst::notify {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 9> pauses{5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
constexpr std::int64_t whole_schedule = std::ssize(pauses) + 1;  // the attempt at once, too

// Whoever asks for more would never hear of the end of an outage.
constexpr std::chrono::seconds longest_wish = 24h;
constexpr std::int64_t most_seconds = longest_wish.count();

// However long the pause of a word has become: a new one is tried so soon.
constexpr Duration longest_rest = 30min;

// Whoever does not answer for so long has forgotten us.
constexpr Duration patience = std::chrono::days{5};

constexpr int gone = 410;

bool wants_less(WebhookAnswer const& answer)
{
    return answer.status == 429 || answer.status == 502 || answer.status == 504;
}

Duration pause_after(std::int64_t step, double jitter)
{
    auto const pause = pauses[static_cast<std::size_t>(step)];
    return pause + std::chrono::floor<Duration>(pause * (jitter / 5));
}

WebhookNext after_failure(WebhookTried const& tried, Instant now)
{
    WebhookNext next{
        .state = State::deferred,
        .step = tried.still_due_at ? tried.step : tried.step + 1,
        .due_at = tried.still_due_at,
        .health = {
            .failing_since = tried.health.failing_since.value_or(now),
            .failures = tried.health.failures + 1,
            .not_before = std::nullopt}};
    if (!next.due_at && next.step >= whole_schedule)
        next.state = State::failed;
    else if (!next.due_at)
        next.due_at = now + pause_after(tried.step, tried.jitter);

    auto const wish = std::min<Duration>(tried.answer.retry_after.value_or(0s), longest_wish);
    if (next.due_at)
        next.due_at = std::max(*next.due_at, now + wish);
    if (wants_less(tried.answer))
        next.health.not_before = std::min(next.due_at.value_or(now), now + longest_rest);
    if (wish > 0s)
        next.health.not_before = std::max(next.health.not_before.value_or(now), now + wish);
    return next;
}

}  // namespace

bool is_success(WebhookAnswer const& answer)
{
    return answer.status && *answer.status >= 200 && *answer.status <= 299 && answer.is_understood;
}

bool is_understood(Dialect dialect, std::string_view body)
{
    if (dialect != Dialect::slack && dialect != Dialect::mattermost)
        return true;
    return trim(body) == "ok";
}

std::optional<Duration> read_retry_after(std::string_view header, Instant now)
{
    std::int64_t seconds = 0;
    auto const [end, error] =
        std::from_chars(header.data(), header.data() + header.size(), seconds);
    if (error == std::errc{} && end == header.data() + header.size() && seconds >= 0)
        return std::chrono::seconds{std::min(seconds, most_seconds)};
    if (auto const at = mime::parse_date(header))
        return std::clamp<Duration>(*at - now, Duration{0}, longest_wish);
    return std::nullopt;
}

WebhookNext next_of(WebhookTried const& tried, Instant now)
{
    if (is_success(tried.answer))
        return {.state = State::accepted, .step = tried.step + 1, .due_at = {}, .health = {}};
    auto next = after_failure(tried, now);
    bool const is_forgotten =
        now - *next.health.failing_since >= patience && next.health.failures >= whole_schedule;
    if (tried.answer.status == gone)
        next.disabled_because = DisabledBecause::gone;
    else if (is_forgotten)
        next.disabled_because = DisabledBecause::silent;
    if (next.disabled_because) {
        next.state = State::failed;
        next.due_at = std::nullopt;
    }
    return next;
}

}  // namespace tellfirst::notify
