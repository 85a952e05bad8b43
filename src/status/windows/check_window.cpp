#include "accounts/accounts.hpp"
#include "status/status.hpp"
#include "status/windows/checks.hpp"
#include "status/windows/free_slot.hpp"
#include "status/windows/notice.hpp"

namespace tellfirst::status {
namespace {

// Who plans looks for another evening, not for another season.
constexpr std::chrono::days horizon{90};

bool touches(Window const& window, std::vector<ServiceId> const& services)
{
    return !window.closed_at &&
           std::ranges::find_first_of(window.services, services) != window.services.end();
}

// What is thought of as a window: of one that runs, the time by which it would last longer.
Result<Window> thought_of(Call& call, CheckWindow const& wish)
{
    auto const known = wish.window ? find_window(call.tx, *wish.window) : std::nullopt;
    if (wish.window && !known)
        return not_found("window");
    bool const runs = known && known->state == WindowState::started;
    auto const good = runs ? check_extension(*known, wish.starts_at, wish.ends_at, call.now)
                           : check_window_span(wish.starts_at, wish.ends_at, call.now);
    if (!good)
        return good.error();
    auto thought = known.value_or(Window{});
    thought.services = wish.services;
    return thought;
}

// Whoever looks for another time wants one that needs no excuse.
Duration longest_lead(std::vector<PlanNotice> const& plans)
{
    std::int64_t hours = 0;
    for (auto const& plan : plans)
        hours = std::max(hours, plan.needed_hours);
    return std::chrono::hours{hours};
}

WindowConflict conflict_with(accounts::CriticalDate const& date, Actor const& who)
{
    WindowConflict conflict{
        .account = {}, .account_name = {}, .title = {}, .from = date.starts_at, .to = date.ends_at};
    if (who.rights.has(Right::read_accounts)) {
        conflict.account = date.account;
        conflict.account_name = date.account_name;
        conflict.title = date.title;
    }
    return conflict;
}

}  // namespace

Result<WindowCheck> check_window(Call& call, CheckWindow const& wish)
{
    if (auto const good = check_window_services(call.tx, wish.services); !good)
        return good.error();
    auto const thought = thought_of(call, wish);
    if (!thought)
        return thought.error();
    WindowTime const time{
        .said_at = call.now, .starts_at = wish.starts_at, .ends_at = wish.ends_at};
    auto const begins = begins_anew(*thought, time);
    auto const length = wish.ends_at - begins;
    auto const until = wish.ends_at + horizon;
    auto const overlaps = [&](Instant from, Instant to) {
        return from < wish.ends_at && to > begins;
    };

    WindowCheck check{
        .notice = notice_of_time(call.tx, *thought, time),
        .conflicts = {},
        .is_cut = false,
        .windows = {},
        .next_free = {}};
    std::vector<Taken> taken;
    auto const dates = accounts::critical_dates_of_exposed(
        call.tx, with_groups(call.tx, wish.services), begins, until);
    check.is_cut = dates.size() >= accounts::most_critical_dates_between;
    for (auto const& date : dates) {
        taken.push_back({.from = date.starts_at, .to = date.ends_at});
        if (overlaps(date.starts_at, date.ends_at))
            check.conflicts.push_back(conflict_with(date, call.actor));
    }
    for (auto const& window : windows_between(call.tx, begins, until)) {
        if (window.id == wish.window || !touches(window, wish.services))
            continue;
        taken.push_back({.from = window.starts_at, .to = window.ends_at});
        if (overlaps(window.starts_at, window.ends_at))
            check.windows.push_back(window.id);
    }
    if (thought->state == WindowState::started)
        return check;  // it cannot go anywhere else
    auto const earliest = std::max(begins, call.now + longest_lead(check.notice));
    if (auto const start = first_free(std::move(taken), earliest, length, until))
        check.next_free = FreeSlot{.starts_at = *start, .ends_at = *start + length};
    return check;
}

}  // namespace tellfirst::status
