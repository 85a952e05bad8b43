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

}  // namespace

Result<WindowCheck> check_window(Call& call, CheckWindow const& wish)
{
    if (auto const good = check_window_services(call.tx, wish.services); !good)
        return good.error();
    if (auto const good = check_window_span(wish.starts_at, wish.ends_at, call.now); !good)
        return good.error();
    auto const length = wish.ends_at - wish.starts_at;
    auto const until = wish.starts_at + length + horizon;
    auto const overlaps = [&](Instant from, Instant to) {
        return from < wish.ends_at && to > wish.starts_at;
    };

    WindowCheck check{
        .notice = notice_for(call.tx, wish.services, wish.starts_at, call.now),
        .conflicts = {},
        .windows = {},
        .next_free = {}};
    std::vector<Taken> taken;
    for (auto const& date :
         accounts::critical_dates_of_exposed(call.tx, wish.services, wish.starts_at, until)) {
        taken.push_back({.from = date.starts_at, .to = date.ends_at});
        if (overlaps(date.starts_at, date.ends_at))
            check.conflicts.push_back(
                {.account = date.account,
                 .account_name = date.account_name,
                 .title = date.title,
                 .from = date.starts_at,
                 .to = date.ends_at});
    }
    for (auto const& window : windows_between(call.tx, wish.starts_at, until)) {
        if (window.id == wish.window || !touches(window, wish.services))
            continue;
        taken.push_back({.from = window.starts_at, .to = window.ends_at});
        if (overlaps(window.starts_at, window.ends_at))
            check.windows.push_back(window.id);
    }
    if (auto const start = first_free(std::move(taken), wish.starts_at, length, until))
        check.next_free = FreeSlot{.starts_at = *start, .ends_at = *start + length};
    return check;
}

}  // namespace tellfirst::status
