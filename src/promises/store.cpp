#include "promises/store.hpp"

namespace tellfirst::promises::store {
namespace {

// In so many rows is each state counted: two that settle at once seldom write the same one.
constexpr std::int64_t parts = 64;

void count_if_settled(db::Tx& tx, Promise const& promise, std::int64_t by)
{
    if (promise.settled_at)
        tx.run(
            R"sql(
            INSERT INTO promises_settled (state, part, count)
            VALUES (:state, :part, :by)
            ON CONFLICT (state, part) DO UPDATE
            SET    count = promises_settled.count + excluded.count)sql",
            {{"state", promise.state}, {"part", promise.id.value() % parts}, {"by", by}});
}

}  // namespace

void insert(db::Tx& tx, Promise const& promise)
{
    count_if_settled(tx, promise, 1);
    tx.run(
        R"sql(
        INSERT INTO promises_ledger
               (id, text, whom, owner, state, due_at, first_due_at, no_date, source, about,
                made_at, settled_at, version)
        VALUES (:id, :text, :to, :owner, :state, :due_at, :first_due_at, :no_date, :source, :about,
                :made_at, :settled_at, :version))sql",
        {{"id", promise.id},
         {"text", promise.text},
         {"to", promise.to},
         {"owner", promise.owner},
         {"state", promise.state},
         {"due_at", promise.due_at},
         {"first_due_at", promise.first_due_at},
         {"no_date", promise.no_date},
         {"source", promise.source},
         {"about", promise.about},
         {"made_at", promise.made_at},
         {"settled_at", promise.settled_at},
         {"version", promise.version}});
}

void save(db::Tx& tx, Promise const& promise)
{
    if (auto const before = find(tx, promise.id))
        count_if_settled(tx, *before, -1);
    count_if_settled(tx, promise, 1);
    tx.run(
        R"sql(
        UPDATE promises_ledger
        SET    owner = :owner, state = :state, due_at = :due_at, first_due_at = :first_due_at, no_date = :no_date,
               settled_at = :settled_at, version = :version
        WHERE  id = :id)sql",
        {{"id", promise.id},
         {"owner", promise.owner},
         {"state", promise.state},
         {"due_at", promise.due_at},
         {"first_due_at", promise.first_due_at},
         {"no_date", promise.no_date},
         {"settled_at", promise.settled_at},
         {"version", promise.version}});
}

std::optional<Promise> find(db::Tx& tx, PromiseId id)
{
    return tx.one<Promise>(
        R"sql(
        SELECT id, text, whom AS "to", owner, state, due_at, first_due_at, no_date, source, about,
               made_at, settled_at, version
        FROM   promises_ledger
        WHERE  id = :id)sql",
        {{"id", id}});
}

std::vector<Promise> about(db::Tx& tx, std::string_view subject)
{
    return tx.all<Promise>(
        R"sql(
        SELECT id, text, whom AS "to", owner, state, due_at, first_due_at, no_date, source, about,
               made_at, settled_at, version
        FROM   promises_ledger
        WHERE  about = :about
        ORDER  BY id)sql",
        {{"about", subject}});
}

std::vector<PromiseId> unsettled(db::Tx& tx, Source source, std::string_view subject)
{
    return tx.all<PromiseId>(
        R"sql(
        SELECT id
        FROM   promises_ledger
        WHERE  about = :about AND source = :source AND settled_at IS NULL
        ORDER  BY id)sql",
        {{"about", subject}, {"source", source}});
}

namespace {

// Where a promise stands in the ledger.
struct Place {
    std::int64_t due = std::numeric_limits<std::int64_t>::min();
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (due, id))

std::optional<Place> place_of(db::Tx& tx, PromiseId id)
{
    return tx.one<Place>(
        R"sql(
        SELECT COALESCE(due_at, 9223372036854775807) AS due, id
        FROM   promises_ledger
        WHERE  id = :id)sql",
        {{"id", id}});
}

}  // namespace

// The end of all days stands for "no date", in the indexes as here. The conditions are put
// together, because one with "or no state was asked for" in it would read the whole ledger. SQLite
// begins at a place in an index by a plain comparison only, not by one of pairs; hence both.
std::vector<Promise> ledger(db::Tx& tx, Seek const& seek)
{
    auto const behind = seek.after ? place_of(tx, *seek.after) : Place{};
    if (!behind)
        return {};
    std::string sql = R"sql(
        SELECT id, text, whom AS "to", owner, state, due_at, first_due_at, no_date, source, about,
               made_at, settled_at, version
        FROM   promises_ledger
        WHERE  COALESCE(due_at, 9223372036854775807) >= :due
        AND    (COALESCE(due_at, 9223372036854775807), id) > (:due, :id))sql";
    std::vector<db::Param> params{{"due", behind->due}, {"id", behind->id}};
    auto const only = [&](std::string_view condition, std::optional<db::Param> const& param = {}) {
        sql.append(" AND ").append(condition);
        if (param)
            params.push_back(*param);
    };
    if (seek.state)
        only("state = :state", db::Param{"state", *seek.state});
    if (!seek.about.empty())
        only("about = :about", db::Param{"about", seek.about});
    if (!seek.to.empty())
        only("whom = :to", db::Param{"to", seek.to});
    if (seek.settled)
        only(*seek.settled ? "settled_at IS NOT NULL" : "settled_at IS NULL");
    sql += " ORDER BY COALESCE(due_at, 9223372036854775807), id LIMIT :limit";
    params.emplace_back("limit", seek.limit);

    std::vector<Promise> page;
    tx.query(sql, params, [&](db::Row const& row) { page.push_back(db::from_row<Promise>(row)); });
    return page;
}

// Along one index, without looking at a single row.
Unsettled count_unsettled(db::Tx& tx, Instant now, Instant midnight)
{
    return *tx.one<Unsettled>(
        R"sql(
        SELECT (SELECT COUNT(*) FROM promises_ledger
                WHERE  settled_at IS NULL AND state = 'open') -
               (SELECT COUNT(*) FROM promises_ledger
                WHERE  settled_at IS NULL AND state = 'open' AND due_at < :now) AS open,
               (SELECT COUNT(*) FROM promises_ledger
                WHERE  settled_at IS NULL AND state = 'open'
                AND    due_at >= :now AND due_at < :midnight) AS due_today,
               (SELECT COUNT(*) FROM promises_ledger
                WHERE  settled_at IS NULL AND state = 'late') +
               (SELECT COUNT(*) FROM promises_ledger
                WHERE  settled_at IS NULL AND state = 'open' AND due_at < :now) AS late)sql",
        {{"now", now}, {"midnight", midnight}});
}

std::vector<Settled> count_settled(db::Tx& tx)
{
    return tx.all<Settled>(R"sql(
        SELECT state, CAST(SUM(count) AS BIGINT) AS count
        FROM   promises_settled
        GROUP  BY state)sql");
}

Record public_record(db::Tx& tx, Source source, Instant from, Instant to)
{
    return *tx.one<Record>(
        R"sql(
        SELECT COUNT(CASE WHEN state = 'kept' THEN 1 END) AS kept,
               COUNT(CASE WHEN state IN ('late', 'broken') THEN 1 END) AS missed
        FROM   promises_ledger
        WHERE  whom = 'public' AND source = :source AND due_at >= :since AND due_at < :until)sql",
        {{"source", source}, {"since", from}, {"until", to}});
}

void append(db::Tx& tx, PromiseId id, std::int64_t version, Change const& change)
{
    tx.run(
        R"sql(
        INSERT INTO promises_changes (promise, version, at, actor, state, due_at, reason)
        VALUES (:promise, :version, :at, :actor, :state, :due_at, :reason))sql",
        {{"promise", id},
         {"version", version},
         {"at", change.at},
         {"actor", change.actor},
         {"state", change.state},
         {"due_at", change.due_at},
         {"reason", change.reason}});
}

std::vector<Change> history(db::Tx& tx, PromiseId id)
{
    return tx.all<Change>(
        R"sql(
        SELECT at, actor, state, due_at, reason
        FROM   promises_changes
        WHERE  promise = :promise
        ORDER  BY version)sql",
        {{"promise", id}});
}

}  // namespace tellfirst::promises::store
