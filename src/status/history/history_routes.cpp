#include "kernel/text.hpp"
#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

#include <charconv>

namespace tellfirst::status {
namespace {

// What a page shows, and what most agreements look back.
constexpr std::chrono::days usual_history{90};

// A cursor is "microseconds_source".
std::string cursor_of(PastState const& past)
{
    auto const source = past.incident ? past.incident->value()
                        : past.window ? past.window->value()
                                      : 0;
    return fmt::format("{}_{}", to_micros(past.from), source);
}

std::optional<std::int64_t> number_of(std::string_view text)
{
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number}
                                                                    : std::nullopt;
}

Result<std::optional<PastPlace>> place_of(http::Request const& request)
{
    auto const text = request.parameter("after").value_or("");
    if (text.empty())
        return std::optional<PastPlace>{};
    auto const parts = split(text, '_');
    auto const from = parts.size() == 2 ? number_of(parts[0]) : std::nullopt;
    auto const source = parts.size() == 2 ? number_of(parts[1]) : std::nullopt;
    if (!from || !source)
        return invalid("input.invalid", "after", "after: must be what `next` said");
    return std::optional{PastPlace{.from = from_micros(*from), .source = *source}};
}

Result<http::Reply> get_history(http::Request const& request, Call& call)
{
    auto const id = request.id<ServiceId>("service");
    if (!id)
        return id.error();
    if (!find_service(call.tx, *id))
        return not_found("service");
    auto const asked_from = request.moment("from");
    auto const asked_to = request.moment("to");
    if (!asked_from || !asked_to)
        return asked_from ? asked_to.error() : asked_from.error();
    auto const to = asked_to->value_or(call.now);
    auto const from = asked_from->value_or(to - usual_history);
    auto const after = place_of(request);
    if (!after)
        return after.error();
    auto const limit = request.limit();
    if (!limit)
        return limit.error();
    auto rows =
        history(call.tx, *id, {.from = from, .to = to, .after = *after, .limit = *limit + 1});
    return http::ok(to_json(http::page_of(std::move(rows), *limit, cursor_of)));
}

Result<http::Reply> put_times(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", correct_times);
}

Result<http::Reply> get_corrections(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    if (!find_incident(call.tx, *id, call.now))
        return not_found("incident");
    return http::list<CorrectionId>(
        request, [&](auto after, int most) { return corrections(call.tx, *id, after, most); });
}

}  // namespace

void add_history_routes(http::Table& table)
{
    table.get("/api/v1/services/{id}/history", Right::read_status, get_history)
        .says("What a service was when, newest first: incidents, windows, and what nobody knew.")
        .asks({"from", "to", "after", "limit"})
        .gives<http::Page<PastState>>();
    table.put("/api/v1/incidents/{id}/times", Right::publish_status, put_times)
        .says("Corrects when an incident was and what it held; what we said before stays a trace.")
        .takes<CorrectTimes>()
        .gives<Incident>();
    table.get("/api/v1/incidents/{id}/corrections", Right::read_status, get_corrections)
        .says("Who corrected the times of an incident, when, why, and what they were before.")
        .asks({"after", "limit"})
        .gives<http::Page<Correction>>();
}

}  // namespace tellfirst::status
