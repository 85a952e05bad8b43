#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

// One word about one service.
constexpr std::size_t largest_observation = 4 * 1024;

Result<http::Reply> post_observation(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewObservation>();
    if (!wish)
        return wish.error();
    auto const observed = observe(call, *wish);
    if (!observed)
        return observed.error();
    auto reply = http::ok(to_json(*observed));
    reply.status = 202;
    return reply;
}

Result<http::Reply> post_confirm(http::Request const& request, Call& call)
{
    auto const id = request.id<ServiceId>("service");
    if (!id)
        return id.error();
    auto const service = confirm_service(call, *id);
    if (!service)
        return service.error();
    return http::ok(to_json(*service));
}

}  // namespace

void add_observation_routes(http::Table& table)
{
    table.post("/api/v1/observations", Right::write_observations, post_observation)
        .says("What a watcher sees of a service; trouble without an incident is suspected.")
        .takes<NewObservation>()
        .gives<Observed>(202)
        .at_most(largest_observation);
    table.post("/api/v1/services/{id}/confirm", Right::publish_status, post_confirm)
        .says("A person has looked and says that the service is well.")
        .gives<Service>();
}

}  // namespace tellfirst::status
