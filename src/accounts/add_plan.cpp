#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

Result<Plan> add_plan(Call& call, NewPlan const& wish)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    if (wish.calendar && !find_calendar(call.tx, *wish.calendar))
        return invalid("calendar.not_found", "calendar", "There is no such calendar.");

    PlanTerms const& terms = wish;
    Plan const plan{{terms}, call.new_id<PlanId>(), wish.name, call.now};
    if (!store::add_plan(call.tx, plan))
        return invalid("plan.name_taken", "name", "Another plan has this name.");
    call.tell(PlanAdded{.plan = plan.id});
    return plan;
}

}  // namespace tellfirst::accounts
