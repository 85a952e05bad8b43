#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// Where nobody says from when: a quarter of a year has enough incidents to show a habit.
constexpr std::chrono::days usual_period{91};

Result<http::Reply> get_first_seen(http::Request const& request, Call& call)
{
    auto const to = request.moment("to");
    if (!to)
        return to.error();
    auto const from = request.moment("from");
    if (!from)
        return from.error();
    auto const until = to->value_or(call.now);
    auto const since = from->value_or(until - usual_period);
    if (since >= until)
        return invalid("report.bad_period", "from", "A report begins before it ends.");
    return http::ok(to_json(first_seen_report(call.tx, since, until)));
}

}  // namespace

void add_report_routes(http::Table& table)
{
    table.get("/api/v1/reports/first-seen", Right::read_status, get_first_seen)
        .says("Who saw incidents first, and how long before the first customer we knew.")
        .asks({"from", "to"})
        .gives<FirstSeenReport>();
}

}  // namespace tellfirst::status
