#include "status/issues/issue_store.hpp"
#include "status/issues/wish.hpp"

namespace tellfirst::status {

Result<Issue>
change_issue(Call& call, IssueId id, NewIssue const& wish, std::optional<std::int64_t> version)
{
    auto issue = store::find_issue(call.tx, id);
    if (!issue)
        return not_found("issue");
    if (issue->closed_at)
        return conflict("issue.closed", "This issue is closed. Open a new one if it is back.");
    if (version && *version != issue->version)
        return stale();
    if (auto const good = check(call.tx, wish); !good)
        return good.error();
    auto const fix = fix_of(wish.fix, issue->fix, call.now);
    if (!fix)
        return fix.error();

    bool const is_new_date = fix->eta_at && fix->eta_at != issue->fix.eta_at;
    take(*issue, wish, *fix);
    issue->changed_at = call.now;
    store::save_issue(call.tx, *issue);
    if (is_new_date)
        store::add_estimate(
            call.tx, id,
            {.eta_at = *fix->eta_at,
             .eta_from = fix->eta_from,
             .eta_words = fix->eta_words,
             .said_at = call.now});
    promise_fix(call, *issue);
    call.tell(IssueChanged{.issue = id});
    return *store::find_issue(call.tx, id);
}

}  // namespace tellfirst::status
