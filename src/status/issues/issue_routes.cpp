#include "status/routes.hpp"
#include "status/status.hpp"
#include "wire/http/asked.hpp"
#include "wire/http/table.hpp"

namespace tellfirst::status {
namespace {

Result<http::Reply> post_issue(http::Request const& request, Call& call)
{
    auto const wish = request.body_as<NewIssue>();
    if (!wish)
        return wish.error();
    auto const issue = open_issue(call, *wish);
    if (!issue)
        return issue.error();
    return http::created("/api/v1/issues/" + issue->id.text(), to_json(*issue));
}

Result<WhichIssues> which_of(http::Request const& request)
{
    auto const open = request.parameter("open").value_or("");
    if (open.empty())
        return WhichIssues::all;
    if (open != "true" && open != "false")
        return invalid("input.invalid", "open", "open: must be true or false");
    return open == "true" ? WhichIssues::open : WhichIssues::closed;
}

Result<http::Reply> get_issues(http::Request const& request, Call& call)
{
    auto const which = which_of(request);
    if (!which)
        return which.error();
    return http::list<IssueId>(
        request, [&](auto after, int most) { return issues(call.tx, after, most, *which); });
}

Result<http::Reply> get_issue(http::Request const& request, Call& call)
{
    auto const id = request.id<IssueId>("issue");
    if (!id)
        return id.error();
    auto const issue = find_issue(call.tx, *id);
    if (!issue)
        return not_found("issue");
    return http::ok(to_json(*issue));
}

Result<http::Reply> put_issue(http::Request const& request, Call& call)
{
    return http::change(request, call, "issue", change_issue);
}

Result<http::Reply> post_close(http::Request const& request, Call& call)
{
    return http::change(request, call, "issue", close_issue);
}

}  // namespace

void add_issue_routes(http::Table& table)
{
    table.post("/api/v1/issues", Right::publish_status, post_issue)
        .says("Publishes a known issue; the date of its fix is a promise.")
        .takes<NewIssue>()
        .gives<Issue>(201);
    table.get("/api/v1/issues", Right::read_status, get_issues)
        .says("Known issues, newest first; all, or those that are open or not.")
        .asks({"open", "after", "limit"})
        .gives<http::Page<Issue>>();
    table.get("/api/v1/issues/{id}", Right::read_status, get_issue)
        .says("One known issue with all dates that were given for its fix.")
        .gives<Issue>();
    table.put("/api/v1/issues/{id}", Right::publish_status, put_issue)
        .says("Changes a known issue; another date moves the promise.")
        .takes<NewIssue>()
        .gives<Issue>();
    table.post("/api/v1/issues/{id}/close", Right::publish_status, post_close)
        .says("Closes a known issue; those who said that it affects them hear it.")
        .takes<CloseIssue>()
        .gives<Issue>();
}

}  // namespace tellfirst::status
