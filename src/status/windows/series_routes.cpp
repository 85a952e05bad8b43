#include "accounts/accounts.hpp"
#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// What a planner looks at: some months of it fit on a screen.
constexpr std::chrono::days longest_calendar{100};
constexpr std::chrono::days usual_calendar{31};

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

// Critical dates are only for those who may read accounts.
struct PlannersCalendar {
    std::vector<Window> windows;
    std::vector<CalendarOccurrence> occurrences;
    std::vector<accounts::CriticalDate> critical_dates;
    bool is_cut = false;  // there may be more windows or critical dates than it has room for
};
BOOST_DESCRIBE_STRUCT(PlannersCalendar, (), (windows, occurrences, critical_dates, is_cut))

Result<http::Reply> post_check(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<CheckWindow>();
    if (!wish)
        return wish.error();
    auto const check = check_window(call, *wish);
    if (!check)
        return check.error();
    return http::ok(to_json(*check));
}

Result<http::Reply> get_calendar(http::Request const& request, Call& call)
{
    auto const asked_from = request.moment("from");
    auto const asked_to = request.moment("to");
    if (!asked_from || !asked_to)
        return asked_from ? asked_to.error() : asked_from.error();
    auto const from = asked_from->value_or(call.now);
    auto const to = asked_to->value_or(from + usual_calendar);
    if (to <= from || to - from > longest_calendar)
        return invalid("calendar.bad_span", "to", "to is 100 days behind from at most.");
    PlannersCalendar calendar{
        .windows = windows_between(call.tx, from, to),
        .occurrences = occurrences_between(call.tx, from, to, call.now),
        .critical_dates = {}};
    if (call.actor.rights.has(Right::read_accounts))
        calendar.critical_dates = accounts::critical_dates_between(call.tx, from, to);
    calendar.is_cut = calendar.windows.size() >= most_windows_between ||
                      calendar.critical_dates.size() >= accounts::most_critical_dates_between;
    return http::ok(to_json(calendar));
}

Result<http::Reply> post_series(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewSeries>();
    if (!wish)
        return wish.error();
    auto const added = add_series(call, *wish);
    if (!added)
        return added.error();
    return http::created("/api/v1/series/" + added->id.text(), to_json(*added));
}

Result<http::Reply> get_all_series(http::Request const& request, Call& call)
{
    return http::list<SeriesId>(
        request, [&](auto after, int most) { return all_series(call.tx, call.now, after, most); });
}

Result<http::Reply> get_series(http::Request const& request, Call& call)
{
    auto const id = request.id<SeriesId>("series");
    if (!id)
        return id.error();
    auto const found = find_series(call.tx, *id, call.now);
    if (!found)
        return not_found("series");
    return http::ok(to_json(*found));
}

Result<http::Reply> post_declare(http::Request const& request, Call& call)
{
    auto const id = request.id<SeriesId>("series");
    if (!id)
        return id.error();
    auto const wish = request.body_as<Declare>();
    if (!wish)
        return wish.error();
    auto const declared = declare(call, *id, *wish);
    if (!declared)
        return declared.error();
    return http::ok(to_json(*declared));
}

Result<http::Reply> post_end(http::Request const& request, Call& call)
{
    auto const id = request.id<SeriesId>("series");
    if (!id)
        return id.error();
    auto const wish = request.body_as<Nothing>();
    if (!wish)
        return wish.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    auto const ended = end_series(call, *id, *version);
    if (!ended)
        return ended.error();
    return http::ok(to_json(*ended));
}

}  // namespace

void add_series_routes(http::Table& table)
{
    table.post("/api/v1/windows/check", Right::publish_status, post_check)
        .says(
            "Looks at a window before it is planned: who would hear of it too late, whose critical "
            "dates and which other windows it meets, and when there is room. Writes nothing.")
        .takes<CheckWindow>()
        .gives<WindowCheck>();
    table.get("/api/v1/calendar", Right::read_status, get_calendar)
        .says("What is planned and what must not be disturbed, of at most 100 days.")
        .asks({"from", "to"})
        .gives<PlannersCalendar>();
    table.post("/api/v1/series", Right::publish_status, post_series)
        .says("Reserves recurring time for maintenance.")
        .takes<NewSeries>()
        .gives<Series>(201);
    table.get("/api/v1/series", Right::read_status, get_all_series)
        .says("Recurring windows with their last and next occurrences, oldest first.")
        .asks({"after", "limit"})
        .gives<http::Page<Series>>();
    table.get("/api/v1/series/{id}", Right::read_status, get_series)
        .says("One recurring window.")
        .gives<Series>();
    table.post("/api/v1/series/{id}/declare", Right::publish_status, post_declare)
        .says("Says whether an occurrence will be used; used, it becomes a window that is told.")
        .takes<Declare>()
        .gives<Series>();
    table.post("/api/v1/series/{id}/end", Right::publish_status, post_end)
        .says("Ends a recurring window: it has no further occurrences.")
        .takes<Nothing>()
        .gives<Series>();
}

}  // namespace tellfirst::status
