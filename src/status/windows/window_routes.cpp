#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// Before it is said: what is said already is in its own way.
std::vector<WindowConflict> conflicts_of(Call& call, CheckWindow const& thought)
{
    auto const check = check_window(call, thought);
    return check ? check->conflicts : std::vector<WindowConflict>{};
}

Result<http::Reply> post_window(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewWindow>();
    if (!wish)
        return wish.error();
    auto conflicts = conflicts_of(
        call, {.services = wish->services,
               .starts_at = wish->starts_at,
               .ends_at = wish->ends_at,
               .window = {}});
    auto const window = plan_window(call, *wish);
    if (!window)
        return window.error();
    return http::created(
        "/api/v1/windows/" + window->id.text(),
        to_json(PlannedWindow{*window, std::move(conflicts)}));
}

Result<http::Reply> get_windows(http::Request const& request, Call& call)
{
    auto const from = request.moment("from");
    auto const to = request.moment("to");
    if (!from || !to)
        return from ? to.error() : from.error();
    auto const after = request.after<WindowPlace>();
    if (!after)
        return after.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto rows = windows(call.tx, {.after = *after, .from = *from, .to = *to, .limit = *limit + 1});
    return http::ok(to_json(http::page_of(
        std::move(rows), *limit, [](Window const& window) { return place_of(window).text(); })));
}

Result<Window> window_of(http::Request const& request, Call& call)
{
    auto const id = request.id<WindowId>("window");
    if (!id)
        return id.error();
    auto window = find_window(call.tx, *id);
    if (!window)
        return not_found("window");
    return *std::move(window);
}

Result<http::Reply> get_window(http::Request const& request, Call& call)
{
    auto const window = window_of(request, call);
    if (!window)
        return window.error();
    return http::ok(to_json(*window));
}

Result<PlannedWindow>
move(Call& call, WindowId id, MoveWindow const& wish, std::optional<std::int64_t> version)
{
    auto const known = find_window(call.tx, id);
    auto conflicts = conflicts_of(
        call, {.services = known ? known->services : std::vector<ServiceId>{},
               .starts_at = wish.starts_at,
               .ends_at = wish.ends_at,
               .window = id});
    auto const window = move_window(call, id, wish, version);
    if (!window)
        return window.error();
    return PlannedWindow{*window, std::move(conflicts)};
}

Result<http::Reply> post_move(http::Request const& request, Call& call)
{
    return http::change(request, call, "window", move);
}

Result<http::Reply> post_finish(http::Request const& request, Call& call)
{
    return http::change(request, call, "window", finish_window);
}

Result<http::Reply> post_cancel(http::Request const& request, Call& call)
{
    return http::change(request, call, "window", cancel_window);
}

Result<http::Reply> get_notices(http::Request const& request, Call& call)
{
    auto const window = window_of(request, call);
    if (!window)
        return window.error();
    return http::list<NoticeId>(request, [&](auto after, int most) {
        return notify::notices_about(call, window->id, after, most);
    });
}

Result<http::Reply> get_proof(http::Request const& request, Call& call)
{
    auto const window = window_of(request, call);
    if (!window)
        return window.error();
    return http::ok(to_json(notify::proof_of(call.tx, window->id)));
}

Result<http::Reply> get_proof_lines(http::Request const& request, Call& call)
{
    auto const window = window_of(request, call);
    if (!window)
        return window.error();
    return notify::reply_proof_lines(request, call, window->id);
}

Result<http::Reply> get_proof_csv(http::Request const& request, Call& call)
{
    auto const window = window_of(request, call);
    if (!window)
        return window.error();
    return notify::reply_proof_file(window->id);
}

}  // namespace

void add_window_routes(http::Table& table)
{
    table.post("/api/v1/windows", Right::publish_status, post_window)
        .says("Plans work on services and tells all whom it concerns.")
        .takes<NewWindow>()
        .gives<PlannedWindow>(201);
    table.get("/api/v1/windows", Right::read_status, get_windows)
        .says(
            "Windows: planned and running ones, soonest first, then the others; from and to choose "
            "those that lie between.")
        .asks({"from", "to", "after", "limit"})
        .gives<http::Page<Window>>();
    table.get("/api/v1/windows/{id}", Right::read_status, get_window)
        .says("One window.")
        .gives<Window>();
    table.post("/api/v1/windows/{id}/move", Right::publish_status, post_move)
        .says(
            "Moves a window to another time, or the end of a running one to a later moment; those "
            "who were told hear it.")
        .takes<MoveWindow>()
        .gives<PlannedWindow>();
    table.post("/api/v1/windows/{id}/finish", Right::publish_status, post_finish)
        .says("Ends a running window now; those who were told hear it.")
        .takes<FinishWindow>()
        .gives<Window>();
    table.post("/api/v1/windows/{id}/cancel", Right::publish_status, post_cancel)
        .says("Cancels a window, planned or running; those who were told hear it.")
        .takes<CancelWindow>()
        .gives<Window>();
    table.get("/api/v1/windows/{id}/notices", Right::read_status, get_notices)
        .says("How far the notices of a window are, newest first.")
        .asks({"after", "limit"})
        .gives<http::Page<notify::Progress>>();
    table.get("/api/v1/windows/{id}/proof", Right::read_proof, get_proof)
        .says("How many contacts were told of a window, will be, and were not.")
        .gives<notify::Proof>();
    table.get("/api/v1/windows/{id}/proof/deliveries", Right::read_proof, get_proof_lines)
        .says("Who was told of a window, when and by what; who was not, and why.")
        .asks(notify::lines_asked())
        .gives<http::Page<notify::ProofLine>>();
    table.get("/api/v1/windows/{id}/proof.csv", Right::read_proof, get_proof_csv)
        .says("The proof of a window as a table for spreadsheets.")
        .gives_text("text/csv");
}

}  // namespace tellfirst::status
