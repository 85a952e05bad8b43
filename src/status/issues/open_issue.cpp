#include "status/issues/issue_store.hpp"
#include "status/issues/wish.hpp"

namespace tellfirst::status {

Result<Issue> open_issue(Call& call, NewIssue const& wish)
{
    if (auto const good = check(call.tx, wish); !good)
        return good.error();
    auto const fix = fix_of(wish.fix, {}, call.now);
    if (!fix)
        return fix.error();

    Issue issue{.id = call.new_id<IssueId>(), .created_at = call.now, .changed_at = call.now};
    take(issue, wish, *fix);
    store::add_issue(call.tx, issue);
    if (fix->eta_at) {
        issue.fix_history.push_back(
            {.eta_at = *fix->eta_at,
             .eta_from = fix->eta_from,
             .eta_words = fix->eta_words,
             .said_at = call.now});
        store::add_estimate(call.tx, issue.id, issue.fix_history.back());
    }
    promise_fix(call, issue);
    call.tell(IssueOpened{.issue = issue.id});
    return issue;
}

}  // namespace tellfirst::status
