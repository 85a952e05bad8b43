#include "status/incidents/concerned.hpp"
#include "status/incidents/incident_requests.hpp"
#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

Result<http::Reply> post_incident(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewIncident>();
    if (!wish)
        return wish.error();
    return as_created(publish(call, *wish));
}

Result<Which> which_of(http::Request const& request)
{
    auto const asked = [&](char const* name) { return request.parameter(name).value_or(""); };
    for (auto const* name : {"open", "suspected"})
        if (auto const said = asked(name); !said.empty() && said != "true" && said != "false")
            return invalid("input.invalid", name, "This is true or false.");
    if (asked("suspected") == "true")
        return Which::suspected;
    if (asked("open").empty())
        return Which::all;
    return asked("open") == "true" ? Which::open : Which::resolved;
}

Result<http::Reply> get_incidents(http::Request const& request, Call& call)
{
    auto const which = which_of(request);
    if (!which)
        return which.error();
    return http::list<IncidentId>(request, [&](auto after, int most) {
        return incidents(call.tx, call.now, after, most, *which);
    });
}

Result<http::Reply> get_incident(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    auto const incident = find_incident(call.tx, *id, call.now);
    if (!incident)
        return not_found("incident");
    return http::ok(to_json(*incident));
}

Result<http::Reply> post_update(http::Request const& request, Call& call)
{
    return as_created(http::changed(request, call, "incident", update));
}

Result<http::Reply> post_resolve(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", resolve);
}

Result<http::Reply> post_review(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", review);
}

Result<http::Reply> post_merge(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", merge);
}

Result<http::Reply> post_owner(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", hand_over);
}

Result<http::Reply> get_notices(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    if (!find_incident(call.tx, *id, call.now))
        return not_found("incident");
    return http::list<NoticeId>(request, [&](auto after, int most) {
        return notify::notices_about(call, *id, after, most);
    });
}

Result<http::Reply> get_proof(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    auto const incident = find_incident(call.tx, *id, call.now);
    if (!incident)
        return not_found("incident");
    return http::ok(to_json(proof_of(call, *incident)));
}

Result<http::Reply> get_proof_lines(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    if (!find_incident(call.tx, *id, call.now))
        return not_found("incident");
    return notify::reply_proof_lines(request, call, *id);
}

Result<http::Reply> get_proof_csv(http::Request const& request, Call& call)
{
    auto const id = request.id<IncidentId>("incident");
    if (!id)
        return id.error();
    if (!find_incident(call.tx, *id, call.now))
        return not_found("incident");
    return notify::reply_proof_file(*id);
}

}  // namespace

void add_incident_routes(http::Table& table)
{
    table.post("/api/v1/incidents", Right::publish_status, post_incident)
        .says("Publishes an incident and tells all who are affected.")
        .takes<NewIncident>()
        .gives<Incident>(201);
    table.get("/api/v1/incidents", Right::read_status, get_incidents)
        .says("Incidents, newest first: all that were published, those that are open or not, or "
              "those "
              "that are only suspected.")
        .asks({"open", "suspected", "after", "limit"})
        .gives<http::Page<Incident>>();
    table.get("/api/v1/incidents/{id}", Right::read_status, get_incident)
        .says("One incident with all that was said.")
        .gives<Incident>();
    table.post("/api/v1/incidents/{id}/updates", Right::publish_status, post_update)
        .says("Says the next word on an incident.")
        .takes<NewUpdate>()
        .gives<Incident>(201);
    table.post("/api/v1/incidents/{id}/resolve", Right::publish_status, post_resolve)
        .says("Resolves an incident; those who were told hear it.")
        .takes<Resolve>()
        .gives<Incident>();
    table.post("/api/v1/incidents/{id}/review", Right::publish_status, post_review)
        .says("Says how an incident came to be and what changes, to those who were told of it.")
        .takes<Review>()
        .gives<Incident>();
    table.post("/api/v1/incidents/{id}/merge", Right::publish_status, post_merge)
        .says("Makes an incident part of another one, which is answered.")
        .takes<Merge>()
        .gives<Incident>();
    table.post("/api/v1/incidents/{id}/owner", Right::publish_status, post_owner)
        .says("Hands an incident over to somebody, or to whoever is on duty.")
        .takes<HandOver>()
        .gives<Incident>();
    table.get("/api/v1/incidents/{id}/notices", Right::read_status, get_notices)
        .says("How far the notices of an incident are, newest first.")
        .asks({"after", "limit"})
        .gives<http::Page<notify::Progress>>();
    table.get("/api/v1/incidents/{id}/proof", Right::read_proof, get_proof)
        .says("How many contacts were told, will be, and were not.")
        .gives<notify::Proof>();
    table.get("/api/v1/incidents/{id}/proof/deliveries", Right::read_proof, get_proof_lines)
        .says("Who was told, when and by what; who was not, and why: all deliveries, or those of a "
              "side (told, on_the_way, not_told), of a contact, or with these words.")
        .asks(notify::lines_asked())
        .gives<http::Page<notify::ProofLine>>();
    table.get("/api/v1/incidents/{id}/proof.csv", Right::read_proof, get_proof_csv)
        .says("The proof as a table for spreadsheets.")
        .gives_text("text/csv");
}

}  // namespace tellfirst::status
