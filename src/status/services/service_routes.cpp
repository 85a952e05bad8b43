#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

Result<http::Reply> post_service(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewService>();
    if (!wish)
        return wish.error();
    auto const service = add_service(call, *wish);
    if (!service)
        return service.error();
    return http::created("/api/v1/services/" + service->id.text(), to_json(*service));
}

Result<http::Reply> get_services(http::Request const&, Call& call)
{
    return http::ok(to_json(http::Page<Service>{.items = services(call.tx), .next = {}}));
}

Result<http::Reply> get_service(http::Request const& request, Call& call)
{
    auto const id = request.id<ServiceId>("service");
    if (!id)
        return id.error();
    auto const service = find_service(call.tx, *id);
    if (!service)
        return not_found("service");
    return http::ok(to_json(*service));
}

Result<http::Reply> put_service(http::Request const& request, Call& call)
{
    return http::change(request, call, "service", change_service);
}

Result<http::Reply> delete_service(http::Request const& request, Call& call)
{
    auto const id = request.id<ServiceId>("service");
    if (!id)
        return id.error();
    auto const version = request.if_match();
    if (!version)
        return version.error();
    auto const service = retire_service(call, *id, *version);
    if (!service)
        return service.error();
    return http::ok(to_json(*service));
}

}  // namespace

void add_service_routes(http::Table& table)
{
    table.post("/api/v1/services", Right::write_services, post_service)
        .says("Adds a service, or a group of services.")
        .takes<NewService>()
        .gives<Service>(201);
    table.get("/api/v1/services", Right::read_status, get_services)
        .says("All services and their states now, each group before its members.")
        .gives<http::Page<Service>>();
    table.get("/api/v1/services/{id}", Right::read_status, get_service)
        .says("One service, also one that is retired.")
        .gives<Service>();
    table.put("/api/v1/services/{id}", Right::write_services, put_service)
        .says("Changes a service, its place in the tree and how often it is watched.")
        .takes<NewService>()
        .gives<Service>();
    table.remove("/api/v1/services/{id}", Right::write_services, delete_service)
        .says("Retires a service; its history stays.")
        .gives<Service>();
}

}  // namespace tellfirst::status
