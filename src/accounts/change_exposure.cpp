#include "accounts/accounts.hpp"
#include "accounts/exposure.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

// Only what differs is closed and begun, so a service that stays keeps the day it was first used.
Result<Account>
change_exposure(Call& call, AccountId id, std::optional<std::vector<ServiceId>> services)
{
    if (services && services->size() > most_services)
        return invalid(
            "account.too_many_services", "services", "An account uses at most 1000 services.");
    auto account = find_account(call.tx, id);
    if (!account)
        return not_found("account");

    auto const wanted = services ? tidy(*services) : std::vector<ServiceId>{};
    auto const held = store::exposure_of(call.tx, id);
    if (services.has_value() == account->own_services.has_value() && wanted == held)
        return *std::move(account);  // said twice

    auto const [ended, begun] = turn(held, wanted);
    store::end_exposure(call.tx, id, ended, call.now);
    store::begin_exposure(call.tx, id, begun, call.now);
    store::set_exposure_known(call.tx, id, services.has_value(), call.now);
    store::raise_account_version(call.tx, id);

    auto changed = find_account(call.tx, id).value();
    call.tell(ExposureChanged{.account = id, .services = changed.own_services});
    return changed;
}

Result<PlanServices> change_exposure_of_plan(
    Call& call, PlanId id, std::vector<ServiceId> const& services,
    std::optional<std::int64_t> version)
{
    if (services.size() > most_services)
        return invalid("plan.too_many_services", "services", "A rule names at most 1000 services.");
    auto rule = find_rule(call.tx, id);
    if (!rule)
        return not_found("plan");
    if (version && *version != rule->version)
        return stale();
    auto const held = std::exchange(rule->services, tidy(services));
    if (held == rule->services)
        return *rule;  // said twice

    ++rule->version;
    auto const [ended, begun] = turn(held, rule->services);
    store::end_rule(call.tx, id, ended, call.now);
    store::begin_rule(call.tx, id, begun, call.now);
    store::save_rule(call.tx, *rule);
    call.tell(ExposureRuleChanged{.plan = id, .services = rule->services});
    return *rule;
}

}  // namespace tellfirst::accounts
