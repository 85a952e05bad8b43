#include "kernel/text.hpp"
#include "status/limits.hpp"
#include "status/services/check_service.hpp"
#include "status/services/observation_store.hpp"
#include "status/services/service_store.hpp"
#include "status/services/weigh.hpp"

namespace tellfirst::status {

Result<Service> add_service(Call& call, NewService const& wish)
{
    if (auto const good = check_service(call.tx, wish, std::nullopt); !good)
        return good.error();
    if (store::count_services(call.tx) >= most_services_in_all)
        return conflict("service.too_many", "There are 2,000 services already. Retire some first.");

    Service const service{
        .id = call.new_id<ServiceId>(),
        .name = std::string{trim(wish.name)},
        .description = wish.description,
        .is_public = wish.is_public,
        .is_group = wish.is_group,
        .position = wish.position,
        .parent = wish.parent,
        .checked_every_s = wish.checked_every_s,
        .created_at = call.now};
    store::add_service(call.tx, service);
    if (service.checked_every_s) {
        watch(call, service);
        store::begin_unknown(call.tx, service.id, call.now);  // until the first look
    }
    call.tell(ServiceChanged{.service = service.id});
    return store::find_service(call.tx, service.id).value();
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

std::vector<Service> services_since(db::Tx& tx, Instant since)
{
    return store::services_since(tx, since);
}

}  // namespace tellfirst::status
