#include "status/incidents/concerned.hpp"

#include "status/services/name_services.hpp"

namespace tellfirst::status {

void aim_at(db::Tx& tx, notify::Target& target, std::vector<ServiceId> const& services)
{
    target.on_page = public_among(tx, services);
    target.is_public = !target.on_page->empty();
    target.services = with_groups(tx, services);
}

std::int64_t count_concerned(Call& call, Incident const& incident)
{
    notify::Target exposed{.about = incident.id, .account = incident.account};
    std::vector<ServiceId> services;
    for (auto const& touched : incident.services)
        services.push_back(touched.service);
    aim_at(call.tx, exposed, services);
    return notify::audience_of(call.tx, exposed).contacts;
}

notify::Proof proof_of(Call& call, Incident const& incident)
{
    auto proof = notify::proof_of(call.tx, incident.id);
    if (proof.exposed == 0)
        proof.exposed = proof.not_told = count_concerned(call, incident);
    return proof;
}

}  // namespace tellfirst::status
