// The order of facts on PostgreSQL.
//
// Transactions commit in another order than they took their ids, so a reader who remembers "I have
// seen up to here" would miss what was taken early and committed late. Numbers are therefore given
// after the commit, by one sequencer at a time: whoever holds an advisory lock. Each node has one
// (this thread), woken by its own node's commits; it looks once a second as well, for what a node
// that died has left behind. Many commits at once cost one round.
//
// The same transaction sends a NOTIFY, so that the other nodes wake their listeners. It is not
// sent by the verbs' own transactions because PostgreSQL commits those that notify one by one.
#include "db/postgres_news.hpp"

#include "db/facts.hpp"
#include "kernel/log.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

namespace tellfirst::db {
namespace {

constexpr std::chrono::seconds look_every{1};
constexpr std::chrono::milliseconds reconnect_pause{200};

}  // namespace

PostgresNews::PostgresNews(std::string const& address)
    : connection_{address}, nudge_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)}
{
    thread_ = std::thread{[this] { run(); }};
}

PostgresNews::~PostgresNews()
{
    stopping_ = true;
    nudge();
    thread_.join();
    ::close(nudge_);
}

void PostgresNews::tell()
{
    told_ = true;
    nudge();
}

void PostgresNews::nudge() const
{
    // Fails only where the count is full, and then the thread is awake anyway.
    [[maybe_unused]] auto const done = ::eventfd_write(nudge_, 1);
}

void PostgresNews::run()
{
    bool well = true;
    while (!stopping_) {
        try {
            carry();
            well = true;
        } catch (Error const& error) {
            connection_.disconnect();
            listening_ = false;
            if (well)
                log::warning("db.news_interrupted", {{"why", error.what()}});
            well = false;
            std::this_thread::sleep_for(reconnect_pause);
        }
    }
}

void PostgresNews::carry()
{
    connection_.connect();
    if (!listening_) {
        connection_.script("LISTEN tellfirst_news");
        listening_ = true;
        listeners_.wake();  // who knows what was said while we did not listen
    }
    auto const told = told_.exchange(false);
    if (told || must_sequence()) {
        try {
            sequence();
        } catch (Error const&) {
            told_ = told;  // still to be carried
            throw;
        }
        listeners_.wake();
    }
    auto const others = connection_.wait_for_others(nudge_, look_every);
    eventfd_t count = 0;
    ::eventfd_read(nudge_, &count);
    if (others)
        listeners_.wake();
}

bool PostgresNews::must_sequence()
{
    std::int64_t waiting = 0;
    auto const read = [&](Row const& row) { waiting = from_row<std::int64_t>(row); };
    // Before the first migration there is no table.
    connection_.query("SELECT COUNT(to_regclass('db_facts'))", {}, read);
    if (waiting == 0)
        return false;
    connection_.query(
        "SELECT COUNT(*) FROM (SELECT 1 FROM db_facts WHERE seq IS NULL LIMIT 1) AS one", {}, read);
    return waiting != 0;
}

// READ COMMITTED: what is read after the lock was granted must be newer than the wait for it.
void PostgresNews::sequence()
{
    connection_.script("BEGIN ISOLATION LEVEL READ COMMITTED;"
                       "SET LOCAL lock_timeout = '2s'");
    connection_.script("SELECT pg_advisory_xact_lock(hashtext('tellfirst sequencer'))");
    PostgresTx tx{connection_};
    sequence_facts(tx);
    connection_.script("NOTIFY tellfirst_news; COMMIT");
}

}  // namespace tellfirst::db
