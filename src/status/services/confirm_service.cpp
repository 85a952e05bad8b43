#include "status/services/observation_store.hpp"
#include "status/services/service_store.hpp"
#include "status/services/severity.hpp"
#include "status/services/weigh.hpp"
#include "team/team.hpp"

namespace tellfirst::status {
Result<Service> confirm_service(Call& call, ServiceId id)
{
    auto const service = store::find_service(call.tx, id);
    if (!service)
        return not_found("service");
    if (service->retired_at)
        return conflict("service.retired", "This service is retired.");
    if (service->is_group)
        return conflict("service.is_group", "Confirm the members of a group.");
    PersonId const who{call.actor.id};
    auto const person =
        call.actor.kind == Actor::Kind::person ? team::find_person(call.tx, who) : std::nullopt;
    if (!person)
        return Problem{
            .kind = Refusal::forbidden,
            .code = "service.needs_person",
            .detail = "Only a person can say so; what watches a service sends observations."};
    if (severity(service->state) > severity(ServiceState::maintenance))
        return conflict("service.has_incident", "An open incident says otherwise: resolve it.");

    store::add_confirmation(call.tx, id, {.at = call.now, .seen_from = person->name}, who);
    judge(call, std::array{id});
    call.tell(ServiceChanged{.service = id});
    return store::find_service(call.tx, id).value();
}

}  // namespace tellfirst::status
