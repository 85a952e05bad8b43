#pragma once
// Inside status: on which plans somebody uses what.
#include "db/tx.hpp"
#include "kernel/ids.hpp"

namespace tellfirst::status::store {

// On this plan somebody uses this service, or a group in which it stands; or something, nobody
// knows what, and the service is public.
struct TouchedPlan {
    ServiceId service;
    PlanId plan;
};
BOOST_DESCRIBE_STRUCT(TouchedPlan, (), (service, plan))
// `services`: a query whose one column is "service".
[[nodiscard]] std::vector<TouchedPlan>
plans_touched(db::Tx& tx, std::string_view services, db::Params params);

}  // namespace tellfirst::status::store
