#pragma once
// The door of jobs: later, once per lease, with retries. A job is a row, so a timer survives
// anything that a row survives.
#include "db/db.hpp"

#include <functional>
#include <memory>
#include <stop_token>

namespace tellfirst::jobs {

struct Job {
    JobId id;
    std::string kind;  // "promises.due"; its room stands first
    std::string key;   // at most one waiting job of a kind has a key; "" for none
    std::string body;  // JSON, written by whoever queued it
    Instant due_at;
    std::int64_t attempts = 0;  // runs begun, this one included
    std::int64_t fence = 0;     // grows with each claim: an old holder is recognised by it

    template <class T>
    [[nodiscard]] Result<T> body_as() const
    {
        auto const document = parse_json(body);
        return document ? from_json<T>(*document) : Result<T>{document.error()};
    }
};

BOOST_DESCRIBE_STRUCT(Job, (), (id, kind, key, body, due_at, attempts, fence))

struct Later {
    std::string_view kind;
    Json body = JsonObject{};
    Instant due_at;
    std::string key = {};  // a waiting job of this kind and key is replaced
};

// Queues a job in the caller's transaction. It runs after the commit, not before `due_at`.
void later(Call& call, Later const& wish);

// Takes a waiting job back. One that is running already is not stopped.
void cancel(Call& call, std::string_view kind, std::string_view key);

// Runs inside one transaction together with the job's own end: done once, or not at all.
using Verb = std::function<Result<void>(Call&, Job const&)>;

// Runs outside any transaction, for slow steps (parsing a mail). It ends its job itself, in the
// transaction of its effect, by finish(); a job that it leaves unfinished is run again.
using Work = std::function<Result<void>(House&, Job const&)>;

// Work that mostly waits for somebody else's answer. Many may do so at once, on threads of their
// own: they slow no other job. One that is told to stop ends soon, and leaves its job to the next
// start.
using Wait = std::function<Result<void>(House&, Job const&, std::stop_token)>;

// Error job.lost: the lease went to somebody else meanwhile; return it, so nothing is written.
[[nodiscard]] Result<void> finish(Call& call, Job const& job);

// Hears one kind of fact, once for each, in a transaction of its own after the fact's commit.
using Ear = std::function<Result<void>(Call&, db::Fact const&)>;

// Who does what; filled by app before anything runs.
class Board {
  public:
    void on(std::string kind, Verb verb);
    void on_work(std::string kind, Work work);
    void on_wait(std::string kind, Wait wait);
    // `name` is the hearer's ("tickets.answer_resolved"): two may hear the same fact.
    void hear(std::string_view room, std::string_view fact, std::string name, Ear ear);

    struct Hearer {
        std::string room, fact, name;
    };
    [[nodiscard]] std::vector<Hearer> const& hearers() const { return hearers_; }
    [[nodiscard]] Verb const* verb(std::string_view kind) const;
    [[nodiscard]] Work const* work(std::string_view kind) const;
    [[nodiscard]] Wait const* wait(std::string_view kind) const;

  private:
    std::vector<Hearer> hearers_;
    std::map<std::string, Verb, std::less<>> verbs_;
    std::map<std::string, Work, std::less<>> works_;
    std::map<std::string, Wait, std::less<>> waits_;
};

// What became of the queue, for /readyz and tests.
struct Standing {
    std::int64_t waiting = 0;   // due or not
    std::int64_t given_up = 0;  // refused or failed too often: kept for a person to look at
};

[[nodiscard]] Standing standing(db::Tx& tx);

// When the next waiting job is due, by the house's clock: for whoever lets time pass.
[[nodiscard]] std::optional<Instant> next_due(db::Tx& tx);

// Claims due jobs and runs them on its own threads until it is stopped.
class Runner {
  public:
    Runner(House house, Board const& board, int threads);
    ~Runner();
    Runner(Runner const&) = delete;
    Runner& operator=(Runner const&) = delete;

    // Takes back the leases of an earlier process of this node, then begins.
    void start();
    // Lets running jobs end, tells those that wait to stop, and leaves the rest waiting.
    void stop();
    // Something may have become due.
    void wake();
    // Waits until nothing is due any more by the house's clock (facts heard included), or the
    // machine's time is up. Answers whether it came to rest.
    [[nodiscard]] bool rest(std::chrono::milliseconds at_most);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace tellfirst::jobs
