#include "pages/views/deflection.hpp"

#include "pages/views/view_store.hpp"
#include "status/status.hpp"
#include "tickets/tickets.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::pages {
namespace {

Result<http::Reply> get_deflection(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    auto const deflection = deflection_of(call, *id);
    if (!deflection)
        return deflection.error();
    return http::ok(to_json(*deflection));
}

}  // namespace

Result<Deflection> deflection_of(Call& call, IncidentId incident)
{
    auto const found = status::find_incident(call.tx, incident, call.now);
    if (!found)
        return not_found("incident");
    auto const written = tickets::written_during(
        call.tx, incident, found->started_at, found->resolved_at.value_or(call.now));
    return Deflection{
        .page_views = store::views_of(call.tx, incident),
        .linked_tickets = written.linked,
        .free_tickets = written.free};
}

void add_deflection_route(http::Table& table)
{
    table.get("/api/v1/incidents/{id}/deflection", Right::read_status, get_deflection)
        .says("How often an incident's pages were looked at, and how many wrote meanwhile")
        .gives<Deflection>();
}

}  // namespace tellfirst::pages
