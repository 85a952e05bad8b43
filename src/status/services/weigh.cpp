#include "status/services/weigh.hpp"

#include "jobs/jobs.hpp"
#include "status/incidents/suspect.hpp"
#include "status/services/observation_store.hpp"
#include "status/services/service_store.hpp"

namespace tellfirst::status {
namespace {

void wake(Call& call, ServiceId id, Instant at)
{
    jobs::later(call, {.kind = silence_job, .due_at = at, .key = id.text()});
}

void doubt(Call& call, ServiceId id, Instant since)
{
    if (store::is_unknown(call.tx, id))
        return;
    store::begin_unknown(call.tx, id, since);
    call.tell(ServiceChanged{.service = id});
}

}  // namespace

void watch(Call& call, Service const& service)
{
    if (service.checked_every_s && !service.retired_at)
        wake(call, service.id, falls_silent(call.now, *service.checked_every_s));
    else
        jobs::cancel(call, silence_job, service.id.text());
}

void weigh(Call& call, Service const& service, Instant at)
{
    auto const heard = store::heard_of(call.tx, service);
    if (auto const since = trouble_since(heard, call.now))
        return doubt(call, service.id, *since);
    if (heard.checked_every_s && !silent_from(heard))
        return doubt(call, service.id, at);  // nobody has looked yet
    if (is_silent(heard, call.now))
        return;
    pass_by(call, service.id);
    if (!store::is_unknown(call.tx, service.id))
        return;
    store::end_unknown(call.tx, service.id, at);
    watch(call, service);
    call.tell(ServiceChanged{.service = service.id});
}

void judge(Call& call, std::span<ServiceId const> services)
{
    for (auto const id : services) {
        store::judge_sightings(call.tx, id);
        if (auto const service = store::find_service(call.tx, id))
            weigh(call, *service, call.now);
    }
}

void fall_silent(Call& call, ServiceId id, Instant due_at)
{
    auto const service = store::find_service(call.tx, id);
    if (!service || service->retired_at || !service->checked_every_s)
        return;
    auto const heard = store::heard_of(call.tx, *service);
    auto const silent = std::max(due_at, silent_from(heard).value_or(due_at));
    if (silent > call.now)
        return wake(call, id, silent);
    doubt(call, id, silent);
}

}  // namespace tellfirst::status
