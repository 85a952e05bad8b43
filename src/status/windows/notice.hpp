#pragma once
// How long before a window those whom it concerns heard of it, and what their plans were sold. Pure
// but for notice_for, notice_of_time and promise_notice.
#include "db/db.hpp"
#include "status/windows/types.hpp"

#include <span>

namespace tellfirst::status {

// One time that was said of a window. is_told: by notices, and not on the page alone.
struct WindowTime {
    Instant said_at;
    Instant starts_at;
    Instant ends_at;
    bool is_told = true;
    bool operator==(WindowTime const&) const = default;
};
BOOST_DESCRIBE_STRUCT(WindowTime, (), (said_at, starts_at, ends_at, is_told))

// Since when has everybody known that this time is taken? From the oldest word on after which no
// other word gave any of it free again; nothing where the newest does not tell all of it. `spans`
// stand oldest first.
[[nodiscard]] std::optional<Instant>
told_since(std::span<WindowTime const> spans, Instant starts_at, Instant ends_at);

// Judges one plan. `told_at`: nothing where nobody is told.
[[nodiscard]] PlanNotice
judge_notice(PlanNotice plan, Instant starts_at, std::optional<Instant> told_at);

// Each plan that these services touch, by name.
[[nodiscard]] std::vector<PlanNotice> notice_for(
    db::Tx& tx, std::vector<ServiceId> const& services, Instant starts_at,
    std::optional<Instant> told_at);

// What a time says that was not known: all of it, but of a window that runs only what lies beyond
// its present end.
[[nodiscard]] Instant begins_anew(Window const& window, WindowTime const& time);
// The same plans, if this time is said of the window now.
[[nodiscard]] std::vector<PlanNotice>
notice_of_time(db::Tx& tx, Window const& window, WindowTime const& time);

// Error window.needs_reason ("short_reason") naming the plans that hear it too late, where nobody
// says why; window.reason_too_long.
[[nodiscard]] Result<void>
check_reason(std::span<PlanNotice const> notice, std::string const& short_reason);

// The ledger of promises shows each plan's notice that is broken, or will be unless somebody is
// told in time; once for each moment that they should have known before. What it showed of an
// earlier time of this window is withdrawn.
void promise_notice(
    Call& call, Window const& window, Instant begins, std::span<PlanNotice const> notice);

}  // namespace tellfirst::status
