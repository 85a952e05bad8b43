#include "status/issues/issue_store.hpp"

namespace tellfirst::status {
namespace {

struct IssueRow {
    IssueId id;
    std::string title;
    std::string text;
    std::string workaround_text;
    std::optional<std::string> workaround_url;
    std::optional<Instant> eta_at;
    std::optional<Instant> eta_from;
    std::string eta_words;
    bool is_public = true;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> closed_at;
    std::string closing_text;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(
    IssueRow, (),
    (id, title, text, workaround_text, workaround_url, eta_at, eta_from, eta_words, is_public,
     created_at, changed_at, closed_at, closing_text, version))

constexpr std::string_view columns = R"sql(
        SELECT id, title, text, workaround_text, workaround_url, eta_at, eta_from, eta_words,
               is_public, created_at, changed_at, closed_at, closing_text, version
        FROM   status_issues)sql";

std::vector<ServiceId> services_of(db::Tx& tx, IssueId id)
{
    return tx.all<ServiceId>(
        R"sql(
        SELECT service
        FROM   status_issue_services
        WHERE  issue = :id
        ORDER BY service)sql",
        {{"id", id}});
}

std::vector<GivenEta> estimates_of(db::Tx& tx, IssueId id)
{
    return tx.all<GivenEta>(
        R"sql(
        SELECT eta_at, eta_from, eta_words, said_at
        FROM   status_issue_etas
        WHERE  issue = :id
        ORDER BY said_at)sql",
        {{"id", id}});
}

Issue whole(db::Tx& tx, IssueRow const& row)
{
    auto voices = voices_of(tx, row.id.text());
    Issue issue{
        .id = row.id,
        .title = row.title,
        .services = services_of(tx, row.id),
        .text = row.text,
        .fix = {.eta_at = row.eta_at, .eta_from = row.eta_from, .eta_words = row.eta_words},
        .fix_history = estimates_of(tx, row.id),
        .is_public = row.is_public,
        .affected = voices[VoiceKind::affects_me],
        .helped = voices[VoiceKind::helped],
        .created_at = row.created_at,
        .changed_at = row.changed_at,
        .closed_at = row.closed_at,
        .closing_text = row.closing_text,
        .version = row.version};
    if (!row.workaround_text.empty())
        issue.workaround = Workaround{.text = row.workaround_text, .url = row.workaround_url};
    return issue;
}

std::vector<Issue> whole(db::Tx& tx, std::vector<IssueRow> const& rows)
{
    std::vector<Issue> all;
    for (auto const& row : rows)
        all.push_back(whole(tx, row));
    return all;
}

std::string_view condition_of(WhichIssues which)
{
    switch (which) {
    case WhichIssues::all: return "";
    case WhichIssues::open: return " AND closed_at IS NULL";
    case WhichIssues::closed: return " AND closed_at IS NOT NULL";
    }
    return "";
}

void save_services(db::Tx& tx, Issue const& issue)
{
    tx.run("DELETE FROM status_issue_services WHERE issue = :id", {{"id", issue.id}});
    for (auto const service : issue.services)
        tx.run(
            R"sql(
            INSERT INTO status_issue_services (issue, service) VALUES (:id, :service))sql",
            {{"id", issue.id}, {"service", service}});
}

std::string text_of(std::optional<Workaround> const& workaround)
{
    return workaround ? workaround->text : "";
}

std::optional<std::string> url_of(std::optional<Workaround> const& workaround)
{
    return workaround ? workaround->url : std::nullopt;
}

}  // namespace

std::vector<Issue> issues(db::Tx& tx, std::optional<IssueId> after, int limit, WhichIssues which)
{
    constexpr auto newest = std::numeric_limits<std::int64_t>::max();
    return whole(
        tx, tx.all<IssueRow>(
                fmt::format(
                    "{} WHERE id < :after{} ORDER BY id DESC LIMIT :limit", columns,
                    condition_of(which)),
                {{"after", after.value_or(IssueId{newest})}, {"limit", limit}}));
}

std::vector<Issue> current_issues(db::Tx& tx, Instant closed_since)
{
    return whole(
        tx, tx.all<IssueRow>(
                fmt::format(
                    "{} WHERE closed_at IS NULL OR closed_at >= :since ORDER BY id DESC", columns),
                {{"since", closed_since}}));
}

namespace store {

void add_issue(db::Tx& tx, Issue const& issue)
{
    tx.run(
        R"sql(
        INSERT INTO status_issues (id, title, text, workaround_text, workaround_url, eta_at,
                                   eta_from, eta_words, is_public, created_at, changed_at,
                                   closed_at, closing_text, version)
        VALUES (:id, :title, :text, :workaround_text, :workaround_url, :eta_at,
                :eta_from, :eta_words, :is_public, :created_at, :changed_at,
                NULL, '', :version))sql",
        {{"id", issue.id},
         {"title", issue.title},
         {"text", issue.text},
         {"workaround_text", text_of(issue.workaround)},
         {"workaround_url", url_of(issue.workaround)},
         {"eta_at", issue.fix.eta_at},
         {"eta_from", issue.fix.eta_from},
         {"eta_words", issue.fix.eta_words},
         {"is_public", issue.is_public},
         {"created_at", issue.created_at},
         {"changed_at", issue.changed_at},
         {"version", issue.version}});
    save_services(tx, issue);
}

void save_issue(db::Tx& tx, Issue& issue)
{
    ++issue.version;
    tx.run(
        R"sql(
        UPDATE status_issues
        SET    title = :title, text = :text, workaround_text = :workaround_text,
               workaround_url = :workaround_url, eta_at = :eta_at, eta_from = :eta_from,
               eta_words = :eta_words, is_public = :is_public, changed_at = :changed_at,
               closed_at = :closed_at, closing_text = :closing_text, version = :version
        WHERE  id = :id)sql",
        {{"id", issue.id},
         {"title", issue.title},
         {"text", issue.text},
         {"workaround_text", text_of(issue.workaround)},
         {"workaround_url", url_of(issue.workaround)},
         {"eta_at", issue.fix.eta_at},
         {"eta_from", issue.fix.eta_from},
         {"eta_words", issue.fix.eta_words},
         {"is_public", issue.is_public},
         {"changed_at", issue.changed_at},
         {"closed_at", issue.closed_at},
         {"closing_text", issue.closing_text},
         {"version", issue.version}});
    save_services(tx, issue);
}

void add_estimate(db::Tx& tx, IssueId id, GivenEta const& estimate)
{
    // Two changes in one microsecond: the later word wins.
    tx.run(
        R"sql(
        INSERT INTO status_issue_etas (issue, said_at, eta_at, eta_from, eta_words)
        VALUES (:id, :said_at, :eta_at, :eta_from, :eta_words)
        ON CONFLICT (issue, said_at) DO UPDATE
            SET eta_at = excluded.eta_at, eta_from = excluded.eta_from,
                eta_words = excluded.eta_words)sql",
        {{"id", id},
         {"said_at", estimate.said_at},
         {"eta_at", estimate.eta_at},
         {"eta_from", estimate.eta_from},
         {"eta_words", estimate.eta_words}});
}

std::optional<Issue> find_issue(db::Tx& tx, IssueId id)
{
    auto const row = tx.one<IssueRow>(fmt::format("{} WHERE id = :id", columns), {{"id", id}});
    return row ? std::optional{whole(tx, *row)} : std::nullopt;
}

}  // namespace store

std::optional<Issue> find_issue(db::Tx& tx, IssueId id)
{
    return store::find_issue(tx, id);
}

}  // namespace tellfirst::status
