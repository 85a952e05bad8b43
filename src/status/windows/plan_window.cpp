#include "accounts/accounts.hpp"
#include "kernel/text.hpp"
#include "status/incidents/when.hpp"
#include "status/incidents/word.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"
#include "status/status.hpp"
#include "status/windows/window_clock.hpp"
#include "status/windows/window_store.hpp"
#include "status/windows/window_word.hpp"

namespace tellfirst::status {
namespace {

Result<void> check_span(NewWindow const& wish, Instant now)
{
    if (wish.starts_at <= now)
        return invalid("window.in_the_past", "starts_at", "This moment has passed already.");
    if (wish.ends_at <= wish.starts_at)
        return invalid("window.ends_before_start", "ends_at", "A window ends after its start.");
    if (wish.ends_at - wish.starts_at > longest_window)
        return invalid("window.too_long", "ends_at", "A window lasts at most 31 days.");
    if (wish.starts_at > now + farthest_when)
        return invalid("window.too_far", "starts_at", "This is more than a year away.");
    return {};
}

Result<void> check_named(db::Tx& tx, std::vector<ServiceId> const& services)
{
    if (services.empty() || services.size() > most_services)
        return invalid("window.needs_services", "services", "Name 1 to 200 services.");
    return check_named_services(tx, services);
}

Result<void> check(Call& call, NewWindow const& wish)
{
    auto const title = trim(wish.title);
    if (title.empty() || title.size() > longest_title)
        return invalid("window.needs_title", "title", "A window needs a title of 1 to 200 bytes.");
    if (auto const good = check_word(wish.text, wish.undo_s); !good)
        return good;
    if (auto const good = check_named(call.tx, wish.services); !good)
        return good;
    return check_span(wish, call.now);
}

// Does somebody hear of it later than his plan allows? The page alone does not count as telling.
bool is_short(Call& call, NewWindow const& wish)
{
    auto const ahead = wish.notify ? wish.starts_at - call.now : Duration{0};
    auto const touched = notify::audience_of(
        call.tx, {.topic = accounts::Topic::planned, .services = wish.services});
    return std::ranges::any_of(touched.plans, [&](notify::PlanShare const& share) {
        auto const plan = accounts::find_plan(call.tx, share.plan);
        return plan && ahead < std::chrono::hours{plan->notice_lead_hours};
    });
}

}  // namespace

Result<Window> plan_window(Call& call, NewWindow const& wish)
{
    if (auto const good = check(call, wish); !good)
        return good.error();
    Window window{
        .id = call.new_id<WindowId>(),
        .title = std::string{trim(wish.title)},
        .services = wish.services,
        .starts_at = wish.starts_at,
        .ends_at = wish.ends_at,
        .text = std::string{trim(wish.text)},
        .notice_short = is_short(call, wish),
        .created_at = call.now};
    std::ranges::sort(window.services);  // as it is read later
    store::add_window(call.tx, window);
    say(call, window, {.notify = wish.notify, .undo_s = wish.undo_s});
    set_timer(call, window);
    call.tell(WindowPlanned{.window = window.id});
    return window;
}

std::optional<Window> find_window(db::Tx& tx, WindowId id)
{
    return store::find_window(tx, id);
}

std::vector<Window> windows(db::Tx& tx, std::optional<WindowId> after, int limit)
{
    return store::windows(tx, after, limit);
}

}  // namespace tellfirst::status
