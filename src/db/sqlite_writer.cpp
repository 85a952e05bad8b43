// Group commit.
//
// A commit is durable only after an fsync, and a disk does a few hundred of these a second. So
// verbs that wait at the same time share one: each runs in a savepoint of one transaction, the
// transaction is committed once, and only then is anybody answered. One verb's failure rolls
// back its savepoint and nobody else's.
//
// Three things can go wrong for all of a group:
// - An error inside a verb makes SQLite roll back everything (disk full, I/O, memory). The
//   transaction is then gone, which only sqlite3_get_autocommit tells. Those who had finished are
//   answered with that error; those who have not run yet get a new transaction.
// - The commit fails cleanly: the disk is full. All of it is rolled back; nothing was written.
// - The disk fails, mostly in the commit: after an fsync error nobody knows what is on it (the
//   kernel may have dropped the pages and said so only once). All are answered "unknown", and from
//   then on this writer refuses to write: only a restart reads what is really there.
#include "db/sqlite_writer.hpp"

#include "kernel/log.hpp"

namespace tellfirst::db {
namespace {

// Rolled back for sure (`failed`), or not known at all?
Outcome broken_off(std::exception_ptr error)
{
    try {
        std::rethrow_exception(error);
    } catch (Broken const& broken) {
        return {Ending::unknown, std::make_exception_ptr(Unknown{broken.what()})};
    } catch (...) {
        return {Ending::failed, error};
    }
}

}  // namespace

SqliteWriter::SqliteWriter(
    std::string const& path, std::function<void()> on_news, std::function<void()> on_broken)
    : connection_{path, SqliteConnection::Use::writing},
      on_news_{std::move(on_news)},
      on_broken_{std::move(on_broken)}
{
}

void SqliteWriter::commit_lazily()
{
    connection_.script("PRAGMA synchronous = OFF;");
}

void SqliteWriter::run_group(std::span<QueuedWrite> group)
{
    while (!group.empty())
        group = group.subspan(run_some(group));
}

// Answers how many of the group it ran and answered: all, unless the transaction broke off.
std::size_t SqliteWriter::run_some(std::span<QueuedWrite> group)
{
    try {
        if (broken_)
            throw Unavailable{"a commit has failed; restart to write again"};
        connection_.run("BEGIN IMMEDIATE");
    } catch (...) {
        for (auto const& write : group)
            write.done({Ending::failed, std::current_exception()});
        return group.size();
    }

    news_ = false;
    std::vector<Outcome> outcomes;
    while (outcomes.size() < group.size() && connection_.in_transaction())
        outcomes.push_back(run_one(group[outcomes.size()].verb));

    auto const ending = connection_.in_transaction() ? commit() : broken_off(outcomes.back().error);
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        group[i].done(outcomes[i].ending == Ending::committed ? ending : outcomes[i]);

    if (ending.ending == Ending::committed && news_)
        on_news_();
    if (ending.ending == Ending::unknown) {
        broken_ = true;
        log::warning("db.broken");
        on_broken_();
    }
    return outcomes.size();
}

Outcome SqliteWriter::run_one(Database::Verb const& verb)
{
    SqliteTx tx{connection_};
    Outcome outcome;
    try {
        connection_.run("SAVEPOINT verb");
        outcome.ending = verb(tx) ? Ending::committed : Ending::rolled_back;
        if (tx.doom())
            std::rethrow_exception(tx.doom());
        if (outcome.ending == Ending::committed)
            news_ = news_ || tx.wakes_listeners();
        else
            connection_.run("ROLLBACK TO verb");
        connection_.run("RELEASE verb");
        return outcome;
    } catch (...) {
        outcome = {Ending::failed, std::current_exception()};
    }
    try {
        if (connection_.in_transaction()) {
            connection_.run("ROLLBACK TO verb");
            connection_.run("RELEASE verb");
        }
    } catch (Error const&) {
        // What the verb wrote cannot be told apart from the others' writes any more.
        if (connection_.in_transaction())
            connection_.run("ROLLBACK");
    }
    return outcome;
}

Outcome SqliteWriter::commit()
{
    try {
        if (news_) {
            SqliteTx tx{connection_};
            sequence_facts(tx);
        }
        connection_.run("COMMIT");
        return {};
    } catch (Error const&) {
        auto const outcome = broken_off(std::current_exception());
        try {
            if (connection_.in_transaction())
                connection_.run("ROLLBACK");
        } catch (Error const& error) {
            return {Ending::unknown, std::make_exception_ptr(Unknown{error.what()})};
        }
        return outcome;
    }
}

}  // namespace tellfirst::db
