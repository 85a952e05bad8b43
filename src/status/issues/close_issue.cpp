#include "kernel/text.hpp"
#include "promises/promises.hpp"
#include "status/issues/issue_store.hpp"
#include "status/issues/tell_closed.hpp"
#include "status/limits.hpp"

namespace tellfirst::status {

Result<Issue>
close_issue(Call& call, IssueId id, CloseIssue const& wish, std::optional<std::int64_t> version)
{
    auto const text = trim(wish.text);
    if (text.empty())
        return invalid(
            "issue.needs_closing_text", "text", "Say what became of it: somebody waited for it.");
    if (text.size() > longest_text)
        return invalid("issue.too_long", "text", "A public word has at most 10,000 bytes.");
    auto issue = store::find_issue(call.tx, id);
    if (!issue)
        return not_found("issue");
    if (issue->closed_at)
        return *issue;  // said twice: the answer got lost, not the fact
    if (version && *version != issue->version)
        return stale();

    issue->closed_at = call.now;
    issue->changed_at = call.now;
    issue->closing_text = text;
    store::save_issue(call.tx, *issue);
    promises::keep_all(call, promises::Source::eta, id.text());
    if (wish.notify)
        tell_closed_later(call, id);
    call.tell(IssueClosed{.issue = id});
    return *issue;
}

}  // namespace tellfirst::status
