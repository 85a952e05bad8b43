#include "accounts/accounts.hpp"
#include "status/services/service_store.hpp"
#include "status/told/told.hpp"

namespace tellfirst::status {
namespace {

struct InTree {
    ServiceId id;
    bool is_public = false;
};
BOOST_DESCRIBE_STRUCT(InTree, (), (id, is_public))

}  // namespace

// Whoever uses a group uses what stands in it, and whoever uses nobody knows what may use all that
// everybody may know of.
PlansByService plans_by_service(db::Tx& tx)
{
    PlansByService direct;
    std::set<PlanId> unknown;
    for (auto const& [plan, service] : accounts::plan_uses(tx))
        service ? direct[*service].insert(plan) : unknown.insert(plan);
    auto all = direct;
    auto const parents = store::parents(tx);
    for (auto const& [id, is_public] :
         tx.all<InTree>("SELECT id, is_public FROM status_services ORDER BY id")) {
        for (auto up = parents.find(id); up != parents.end(); up = parents.find(up->second))
            all[id].insert(direct[up->second].begin(), direct[up->second].end());
        if (is_public)
            all[id].insert(unknown.begin(), unknown.end());
    }
    return all;
}

}  // namespace tellfirst::status
