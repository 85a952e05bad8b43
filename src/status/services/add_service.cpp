#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/services/service_store.hpp"
#include "status/status.hpp"

namespace tellfirst::status {

Result<Service> add_service(Call& call, NewService const& wish)
{
    auto const name = std::string{trim(wish.name)};
    if (name.empty() || name.size() > longest_title)
        return invalid("service.needs_name", "name", "A service needs a name of 1 to 200 bytes.");
    if (wish.description.size() > longest_text)
        return invalid("service.too_long", "description", "This description is too long.");
    if (store::find_service_named(call.tx, name))
        return invalid("service.name_taken", "name", "There is a service of this name already.");
    if (wish.parent && !store::find_service(call.tx, *wish.parent))
        return invalid("service.not_found", "parent", "There is no such service.");

    Service const service{
        .id = call.new_id<ServiceId>(),
        .name = name,
        .description = wish.description,
        .is_public = wish.is_public,
        .position = wish.position,
        .parent = wish.parent,
        .created_at = call.now};
    store::add_service(call.tx, service);
    call.tell(ServiceChanged{.service = service.id});
    return service;
}

std::optional<Service> find_service(db::Tx& tx, ServiceId id)
{
    return store::find_service(tx, id);
}

std::optional<Service> find_service_named(db::Tx& tx, std::string_view name)
{
    return store::find_service_named(tx, trim(name));
}

std::vector<Service> services(db::Tx& tx)
{
    return store::services(tx);
}

}  // namespace tellfirst::status
