// Transactions on PostgreSQL.
//
// Writers are SERIALIZABLE. A verb reads, judges and writes as if it were alone, because on SQLite
// it is; anything weaker would let two of them pass each other (write skew) on one database and
// not on the other. The price is that PostgreSQL now and then refuses one of two that met: it is
// run again, a bounded number of times, after a random and growing pause. Readers take one
// snapshot (REPEATABLE READ, READ ONLY) and are never refused.
//
// A connection that is lost before COMMIT has written nothing: the verb is run again on a new one,
// for as long as a fail-over may take. One that is lost in COMMIT may have written everything:
// "unknown".
#include "db/postgres_session.hpp"

#include "kernel/digest.hpp"

#include <thread>

namespace tellfirst::db {
namespace {

constexpr int most_conflicts = 10;
constexpr std::chrono::milliseconds longest_first_pause{4};
constexpr std::chrono::milliseconds longest_pause{250};

// A replica is promoted within seconds; whoever waits longer has lost his client.
constexpr std::chrono::seconds longest_outage{8};
constexpr std::chrono::milliseconds reconnect_pause{100};

void pause_after(int conflicts)
{
    auto const longest = std::min(longest_first_pause * (1 << conflicts), longest_pause);
    auto const micros = std::chrono::microseconds{longest}.count();
    std::this_thread::sleep_for(std::chrono::microseconds{random_number() % micros});
}

Outcome failed(std::exception_ptr error)
{
    return {Ending::failed, std::move(error)};
}

}  // namespace

Outcome PostgresSession::run(Database::Verb const& verb)
{
    auto const give_up = std::chrono::steady_clock::now() + longest_outage;
    int conflicts = 0;
    for (;;) {
        try {
            return attempt(verb);
        } catch (Conflict const&) {
            if (++conflicts > most_conflicts)
                return failed(std::current_exception());
            pause_after(conflicts);
        } catch (Lost const&) {
            if (std::chrono::steady_clock::now() > give_up)
                return failed(std::current_exception());
            std::this_thread::sleep_for(reconnect_pause);
        }
    }
}

// Throws Conflict or Lost where the verb should be run again.
Outcome PostgresSession::attempt(Database::Verb const& verb)
{
    begin();
    PostgresTx tx{connection_};
    std::exception_ptr error;
    bool wanted = false;
    try {
        wanted = verb(tx);
    } catch (...) {
        error = std::current_exception();
    }
    // What the database said first counts, whatever the verb made of it.
    if (tx.doom())
        error = tx.doom();
    if (error || !wanted) {
        roll_back();
        if (!error)
            return {Ending::rolled_back};
        try {
            std::rethrow_exception(error);
        } catch (Conflict const&) {
            throw;
        } catch (Lost const&) {
            throw;
        } catch (...) {
            return failed(error);
        }
    }
    auto const outcome = commit();
    if (tx.wakes_listeners() && outcome.ending != Ending::failed)
        on_news_();
    return outcome;
}

void PostgresSession::begin()
{
    connection_.connect();
    try {
        connection_.script(
            use_ == Use::writing ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                 : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } catch (Lost const&) {
        throw;
    } catch (Error const& error) {
        // Not even this: we are connected to a replica, or to something that is ill.
        connection_.disconnect();
        throw Lost{error.what()};
    }
}

void PostgresSession::roll_back()
{
    try {
        connection_.script("ROLLBACK");
    } catch (Error const&) {
        connection_.disconnect();  // which rolls back too
    }
}

Outcome PostgresSession::commit()
{
    try {
        connection_.script("COMMIT");
        return {};
    } catch (Conflict const&) {
        throw;  // PostgreSQL has rolled it back
    } catch (Lost const& error) {
        return {Ending::unknown, std::make_exception_ptr(Unknown{error.what()})};
    } catch (Error const&) {
        return failed(std::current_exception());
    }
}

}  // namespace tellfirst::db
