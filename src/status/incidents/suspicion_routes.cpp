#include "status/incidents/incident_requests.hpp"
#include "status/routes.hpp"

namespace tellfirst::status {
namespace {

Result<http::Reply> post_suspected(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewSuspicion>();
    if (!wish)
        return wish.error();
    return as_created(suspect(call, *wish));
}

Result<http::Reply> post_publish(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", publish_suspected);
}

Result<http::Reply> post_dismiss(http::Request const& request, Call& call)
{
    return http::change(request, call, "incident", dismiss);
}

}  // namespace

void add_suspicion_routes(http::Table& table)
{
    table.post("/api/v1/incidents/suspected", Right::publish_status, post_suspected)
        .says("Writes down trouble that nobody has judged yet; nobody is told.")
        .takes<NewSuspicion>()
        .gives<Incident>(201);
    table.post("/api/v1/incidents/{id}/publish", Right::publish_status, post_publish)
        .says("Publishes a suspected incident; it keeps who saw it first and when it began.")
        .takes<NewIncident>()
        .gives<Incident>();
    table.post("/api/v1/incidents/{id}/dismiss", Right::publish_status, post_dismiss)
        .says("Says why a suspected incident is none.")
        .takes<Dismiss>()
        .gives<Incident>();
}

}  // namespace tellfirst::status
