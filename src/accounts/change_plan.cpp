#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

Result<Plan>
change_plan(Call& call, PlanId id, NewPlan const& wish, std::optional<std::int64_t> version)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    if (wish.calendar && !find_calendar(call.tx, *wish.calendar))
        return invalid("calendar.not_found", "calendar", "There is no such calendar.");
    auto const old = find_plan(call.tx, id);
    if (!old)
        return not_found("plan");
    if (version && *version != old->version)
        return stale();
    if (auto const other = find_plan_named(call.tx, wish.name); other && other->id != id)
        return invalid("plan.name_taken", "name", "Another plan has this name.");

    PlanTerms const& terms = wish;
    Plan const plan{{terms}, id, wish.name, call.now, old->version + 1};
    if (!store::change_plan(call.tx, plan, old->version))
        return stale();  // somebody was faster, between our reading and our writing
    call.tell(PlanChanged{.plan = id, .version = plan.version});
    return plan;
}

}  // namespace tellfirst::accounts
