#include "status/incidents/concerned.hpp"

#include "status/services/name_services.hpp"

namespace tellfirst::status {

std::int64_t count_concerned(Call& call, Incident const& incident)
{
    notify::Target exposed{.about = incident.id, .account = incident.account};
    for (auto const& touched : incident.services)
        exposed.services.push_back(touched.service);
    exposed.is_public = is_any_public(call.tx, exposed.services);
    exposed.services = with_groups(call.tx, exposed.services);
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
