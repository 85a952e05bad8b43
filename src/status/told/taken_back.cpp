#include "status/told/taken_back.hpp"

#include "status/incidents/incident_store.hpp"
#include "status/status.hpp"
#include "status/windows/notice.hpp"
#include "status/windows/window_store.hpp"

namespace tellfirst::status {
namespace {

// Nobody is asked for a reason any more: who took it back was told what would follow.
constexpr std::string_view taken_back = "its notice was taken back";

void judge_anew(Call& call, Window& window)
{
    auto const since =
        told_since(store::spans_of(call.tx, window.id), window.starts_at, window.ends_at);
    auto const notice = notice_for(call.tx, window.services, window.starts_at, since);
    bool const was_short = window.notice_short;
    window.notice_short = std::ranges::any_of(notice, &PlanNotice::is_short);
    if (window.notice_short && window.short_reason.empty())
        window.short_reason = taken_back;
    if (window.notice_short != was_short)
        store::save_window(call.tx, window);
    promise_notice(call, window, window.starts_at, notice);
}

void untell_time(Call& call, WindowId id, UpdateId word)
{
    if (!store::untell(call.tx, id, word))
        return;
    auto window = store::find_window(call.tx, id);
    if (window && window->state == WindowState::planned)
        judge_anew(call, *window);
}

}  // namespace

Result<void> follow_taken_back(Call& call, db::Fact const& fact)
{
    auto const body = parse_json(fact.body);
    auto const notice = body ? from_json<notify::NoticeCancelled>(*body)
                             : Result<notify::NoticeCancelled>{body.error()};
    if (!notice)
        return notice.error();
    auto const about = notice->about.text();
    if (auto const window = WindowId::parse(about))
        untell_time(call, *window, notice->update);
    else if (auto const incident = IncidentId::parse(about))
        store::untell(call.tx, *incident, notice->update);
    return {};
}

}  // namespace tellfirst::status
