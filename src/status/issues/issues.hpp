#pragma once
// Known issues: what does not work and will not be well today; who lives with it, what helps
// meanwhile, and when it will be mended. That date is a promise as soon as customers can read it.
#include "db/db.hpp"
#include "status/issues/types.hpp"

namespace tellfirst::status {

// Errors issue.needs_title, issue.needs_text, issue.too_long, issue.needs_services,
// service.not_found ("services[1]") and the like, those of a workaround (incidents) and of an
// estimate, with the field "fix".
[[nodiscard]] Result<Issue> open_issue(Call& call, NewIssue const& wish);
// All of it anew. A fix whose moment stays the same is the same estimate, though it has passed.
// The same errors, issue.not_found, issue.closed (409).
[[nodiscard]] Result<Issue>
change_issue(Call& call, IssueId id, NewIssue const& wish, std::optional<std::int64_t> version);
// Tells those who said that it affects them. Said twice: the same answer. Errors issue.not_found,
// issue.needs_closing_text, issue.too_long.
[[nodiscard]] Result<Issue>
close_issue(Call& call, IssueId id, CloseIssue const& wish, std::optional<std::int64_t> version);

[[nodiscard]] std::optional<Issue> find_issue(db::Tx& tx, IssueId id);
// Newest first, public or not.
enum class WhichIssues { all, open, closed };
[[nodiscard]] std::vector<Issue>
issues(db::Tx& tx, std::optional<IssueId> after, int limit, WhichIssues which = WhichIssues::all);
// All that are open, however old, and those closed since then; newest first.
[[nodiscard]] std::vector<Issue> current_issues(db::Tx& tx, Instant closed_since);

struct IssueOpened {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IssueOpened";
    IssueId issue;
    [[nodiscard]] std::string subject() const { return issue.text(); }
};
BOOST_DESCRIBE_STRUCT(IssueOpened, (), (issue))

struct IssueChanged {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IssueChanged";
    IssueId issue;
    [[nodiscard]] std::string subject() const { return issue.text(); }
};
BOOST_DESCRIBE_STRUCT(IssueChanged, (), (issue))

struct IssueClosed {
    static constexpr std::string_view room = "status";
    static constexpr std::string_view kind = "IssueClosed";
    IssueId issue;
    [[nodiscard]] std::string subject() const { return issue.text(); }
};
BOOST_DESCRIBE_STRUCT(IssueClosed, (), (issue))

}  // namespace tellfirst::status
