#include "kernel/text.hpp"
#include "status/services/check_service.hpp"
#include "status/services/observation_store.hpp"
#include "status/services/service_store.hpp"
#include "status/services/weigh.hpp"

namespace tellfirst::status {
Result<Service> change_service(
    Call& call, ServiceId id, NewService const& wish, std::optional<std::int64_t> version)
{
    auto service = store::find_service(call.tx, id);
    if (!service)
        return not_found("service");
    if (service->retired_at)
        return conflict("service.retired", "This service is retired and stays as it was.");
    if (version && *version != service->version)
        return stale();
    if (wish.is_group != service->is_group)
        return invalid(
            "service.kind_is_fixed", "is_group",
            "A service does not become a group, nor a group a service: add one beside it.");
    if (auto const good = check_service(call.tx, wish, id); !good)
        return good.error();

    service->name = trim(wish.name);
    service->description = wish.description;
    service->is_public = wish.is_public;
    service->position = wish.position;
    service->parent = wish.parent;
    bool const is_watched_anew = service->checked_every_s != wish.checked_every_s;
    service->checked_every_s = wish.checked_every_s;
    store::save_service(call.tx, *service);
    if (is_watched_anew) {
        watch(call, *service);
        weigh(call, *service, call.now);  // who is asked less often is silent later
    }
    call.tell(ServiceChanged{.service = id});
    return store::find_service(call.tx, id).value();
}

Result<Service> retire_service(Call& call, ServiceId id, std::optional<std::int64_t> version)
{
    auto service = store::find_service(call.tx, id);
    if (!service)
        return not_found("service");
    if (service->retired_at)
        return *service;  // said twice
    if (version && *version != service->version)
        return stale();
    if (store::has_members(call.tx, id))
        return conflict("service.has_members", "Move or retire the members of this group first.");
    if (store::is_held(call.tx, id))
        return conflict(
            "service.in_use",
            "An incident, a window, a recurring window or a known issue that is not over names "
            "this service. Bring that to its end first.");

    service->retired_at = call.now;
    store::save_service(call.tx, *service);
    store::end_unknown(call.tx, id, call.now);
    watch(call, *service);
    call.tell(ServiceChanged{.service = id});
    return store::find_service(call.tx, id).value();
}

}  // namespace tellfirst::status
