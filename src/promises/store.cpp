#include "promises/store.hpp"

namespace tellfirst::promises::store {

void insert(db::Tx& tx, Promise const& promise)
{
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
    tx.run(
        R"sql(
        UPDATE promises_ledger
        SET    state = :state, due_at = :due_at, first_due_at = :first_due_at, no_date = :no_date,
               settled_at = :settled_at, version = :version
        WHERE  id = :id)sql",
        {{"id", promise.id},
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

// The end of all days stands for "no date", in the indexes as here. Two statements, because one
// with "or no state" in it would read the whole ledger; and SQLite begins at a place in an index by
// a plain comparison only, not by one of pairs.
std::vector<Promise>
ledger(db::Tx& tx, std::optional<State> state, std::optional<PromiseId> after, int limit)
{
    auto const behind = after ? place_of(tx, *after) : Place{};
    if (!behind)
        return {};
    if (!state)
        return tx.all<Promise>(
            R"sql(
        SELECT id, text, whom AS "to", owner, state, due_at, first_due_at, no_date, source, about,
               made_at, settled_at, version
        FROM   promises_ledger
        WHERE  COALESCE(due_at, 9223372036854775807) >= :due
        AND    (COALESCE(due_at, 9223372036854775807), id) > (:due, :id)
        ORDER  BY COALESCE(due_at, 9223372036854775807), id
        LIMIT  :limit)sql",
            {{"due", behind->due}, {"id", behind->id}, {"limit", limit}});
    return tx.all<Promise>(
        R"sql(
        SELECT id, text, whom AS "to", owner, state, due_at, first_due_at, no_date, source, about,
               made_at, settled_at, version
        FROM   promises_ledger
        WHERE  state = :state AND COALESCE(due_at, 9223372036854775807) >= :due
        AND    (COALESCE(due_at, 9223372036854775807), id) > (:due, :id)
        ORDER  BY COALESCE(due_at, 9223372036854775807), id
        LIMIT  :limit)sql",
        {{"state", *state}, {"due", behind->due}, {"id", behind->id}, {"limit", limit}});
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
