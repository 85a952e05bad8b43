#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

Result<http::Reply> get_templates(http::Request const& request, Call& call)
{
    return http::list<TemplateId>(
        request, [&](auto after, int most) { return templates(call.tx, after, most); });
}

Result<http::Reply> post_template(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewTemplate>();
    if (!wish)
        return wish.error();
    auto const added = add_template(call, *wish);
    if (!added)
        return added.error();
    return http::created("/api/v1/templates/" + added->id.text(), to_json(*added));
}

Result<http::Reply> put_template(http::Request const& request, Call& call)
{
    return http::change(request, call, "template", change_template);
}

Result<http::Reply> delete_template(http::Request const& request, Call& call)
{
    auto const id = request.id<TemplateId>("template");
    if (!id)
        return id.error();
    auto const removed = remove_template(call, *id);
    if (!removed)
        return removed.error();
    return http::ok(to_json(*removed));
}

}  // namespace

void add_template_routes(http::Table& table)
{
    table.get("/api/v1/templates", Right::read_status, get_templates)
        .says("Words prepared for bad hours, oldest first.")
        .asks({"after", "limit"})
        .gives<http::Page<Template>>();
    table.post("/api/v1/templates", Right::publish_status, post_template)
        .says("Prepares words for a bad hour.")
        .takes<NewTemplate>()
        .gives<Template>(201);
    table.put("/api/v1/templates/{id}", Right::publish_status, put_template)
        .says("Changes prepared words.")
        .takes<NewTemplate>()
        .gives<Template>();
    table.remove("/api/v1/templates/{id}", Right::publish_status, delete_template)
        .says("Removes prepared words.")
        .gives<Template>();
}

}  // namespace tellfirst::status
