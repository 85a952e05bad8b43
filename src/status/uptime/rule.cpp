#include "status/uptime/rule.hpp"

namespace tellfirst::status {

UptimeRule rule_of(accounts::PlanTerms const& terms)
{
    // Weights were checked when the plan was sold; what has more than eighteen decimals is no
    // weight that anybody meant.
    UptimeRule const usual;
    return {
        .partial = share(terms.weight_partial).value_or(usual.partial),
        .degraded = share(terms.weight_degraded).value_or(usual.degraded),
        .exclude_announced = terms.announced_maintenance_excluded,
        .notice = std::chrono::hours{terms.notice_lead_hours},
        .minimum = std::chrono::seconds{terms.minimum_outage_seconds}};
}

}  // namespace tellfirst::status
