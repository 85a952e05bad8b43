#include "jobs/backoff.hpp"
#include "jobs/board.hpp"
#include "jobs/jobs.hpp"
#include "jobs/store.hpp"
#include "kernel/log.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

// One foreman claims due jobs, a few workers run them. The foreman alone reads the queue, so that
// an idle server asks the database one small question every tenth of a second and no more; the
// workers block on commits, and on SQLite their commits share one fsync.
//
// Jobs that wait for strangers (a customer's webhook may take 15 s to say nothing) have a queue and
// threads of their own, which are made as they are needed: a thread that sleeps costs a few
// kilobytes, and a worker that sleeps would cost everybody.
namespace tellfirst::jobs {
namespace {

using namespace std::chrono_literals;

// Timers are no more exact than this while nothing else wakes the foreman.
constexpr auto glance = 100ms;

// A verb or a parse that takes longer is assumed dead; its fence keeps it from doing harm.
constexpr auto lease_length = 5min;

// Claimed at once: enough to keep the workers busy, few enough to be shared between nodes.
constexpr int jobs_a_claim = 32;

// Threads that wait for strangers: so many may be silent before another one is kept waiting.
constexpr std::size_t most_waiters = 128;

// Jobs that lie claimed before these, a few hundred bytes each. What finds no room, or lay here for
// so long that its lease may run out, is left to be claimed again.
constexpr std::size_t most_queued = 10'000;
constexpr auto longest_in_queue = lease_length - 1min;

Problem problem_of(std::exception const& error)
{
    log::warning("job.threw", {{"what", error.what()}});
    return {.kind = Refusal::internal, .code = "job.threw", .detail = "see the log"};
}

}  // namespace

// Claimed jobs and how many of their kind are running.
struct Queue {
    struct Claimed {
        Job job;
        std::chrono::steady_clock::time_point run_before;
    };
    std::deque<Claimed> claimed = {};
    std::size_t running = 0;
    std::condition_variable_any came = {};

    [[nodiscard]] bool is_idle() const { return claimed.empty() && running == 0; }
    void add(Job job)
    {
        if (claimed.size() >= most_queued)
            return;
        claimed.push_back({std::move(job), std::chrono::steady_clock::now() + longest_in_queue});
        came.notify_one();
    }
};

struct Runner::Inside {
    House house;
    Board const& board;
    int workers;

    std::mutex lock = {};
    std::condition_variable_any changed = {};  // anything below
    Queue usual = {};
    Queue waits = {};
    bool claiming = false;    // jobs may be leased and not yet in a queue
    std::int64_t claims = 0;  // begun so far
    bool news = true;
    std::vector<std::jthread> threads = {};
    std::vector<std::jthread> waiters = {};

    void lead(std::stop_token const& stop);
    void work(Queue& queue, std::stop_token const& stop);
    void begin_claim();
    [[nodiscard]] bool claim_some();
    void hand_out(std::vector<Job> jobs);
    void run(Job const& job, std::stop_token const& stop);
    [[nodiscard]] Result<void> attempt(Job const& job, std::stop_token const& stop);
    void settle_failure(Job const& job, Problem const& problem);
    [[nodiscard]] bool is_at_rest();
};

void Runner::Inside::lead(std::stop_token const& stop)
{
    while (!stop.stop_requested()) {
        bool more = false;
        begin_claim();
        try {
            more = claim_some();
        } catch (std::exception const& error) {
            log::warning("jobs.claim_failed", {{"what", error.what()}});
        }
        std::unique_lock guard{lock};
        claiming = false;
        changed.notify_all();  // for who waits for rest
        if (more)              // there may be more: look again once the workers have taken these
            changed.wait(guard, stop, [&] { return usual.claimed.empty(); });
        else
            changed.wait_for(guard, stop, glance, [&] { return news; });
        news = false;
    }
}

void Runner::Inside::begin_claim()
{
    std::scoped_lock const guard{lock};
    claiming = true;
    ++claims;
}

bool Runner::Inside::claim_some()
{
    // Reading first: an idle server writes nothing.
    auto const machine_now = Clock::machine_now();
    auto const [heard_all, claimable] = house.read(Actor::system(), [&](Call& call) {
        return std::pair{
            store::heard_up_to(call.tx) == db::last_seq(call.tx),
            store::is_anything_claimable(call.tx, call.now, machine_now)};
    });
    if (!heard_all)
        house.write(Actor::system(), [&](Call& call) { return queue_hearings(call, board); });
    if (heard_all && !claimable)
        return false;
    auto jobs = house.write(Actor::system(), [&](Call& call) {
        return store::claim(
            call.tx,
            {.node = house.settings.node,
             .now = call.now,
             .machine_now = machine_now,
             .until = machine_now + lease_length},
            jobs_a_claim);
    });
    hand_out(std::move(jobs));
    return true;
}

void Runner::Inside::hand_out(std::vector<Job> jobs)
{
    std::scoped_lock const guard{lock};
    for (auto& job : jobs) {
        auto& queue = board.wait(job.kind) != nullptr ? waits : usual;
        queue.add(std::move(job));
    }
    auto const wanted = std::min(most_waiters, waits.running + waits.claimed.size());
    while (waiters.size() < wanted)
        waiters.emplace_back([this](std::stop_token const& stop) { work(waits, stop); });
}

void Runner::Inside::work(Queue& queue, std::stop_token const& stop)
{
    while (true) {
        std::unique_lock guard{lock};
        // A stop leaves claimed jobs behind: their lease is taken back at the next start.
        bool const has_come = queue.came.wait(guard, stop, [&] { return !queue.claimed.empty(); });
        if (!has_come || stop.stop_requested())
            return;
        auto const [job, run_before] = std::move(queue.claimed.front());
        queue.claimed.pop_front();
        ++queue.running;
        changed.notify_all();
        guard.unlock();
        if (std::chrono::steady_clock::now() < run_before)
            run(job, stop);
        guard.lock();
        --queue.running;
        news = true;
        changed.notify_all();
    }
}

Result<void> Runner::Inside::attempt(Job const& job, std::stop_token const& stop)
{
    if (auto const* const wait = board.wait(job.kind))
        return (*wait)(house, job, stop);
    if (auto const* const slow = board.work(job.kind))
        return (*slow)(house, job);
    auto const* const verb = board.verb(job.kind);
    if (verb == nullptr)
        return Problem{
            .kind = Refusal::internal,
            .code = "job.unknown_kind",
            .detail = "nobody does " + job.kind};
    return house.write(Actor::system(), [&](Call& call) -> Result<void> {
        if (auto const held = finish(call, job); !held)
            return held;
        return (*verb)(call, job);
    });
}

void Runner::Inside::run(Job const& job, std::stop_token const& stop)
{
    Result<void> outcome;
    try {
        outcome = attempt(job, stop);
    } catch (std::exception const& error) {
        outcome = problem_of(error);
    }
    if (outcome.has_value() || outcome.error().code == "job.lost")
        return;
    try {
        settle_failure(job, outcome.error());
    } catch (std::exception const& error) {
        // The lease will run out and the job be claimed again.
        log::warning("job.not_settled", {{"kind", job.kind}, {"what", error.what()}});
    }
}

void Runner::Inside::settle_failure(Job const& job, Problem const& problem)
{
    bool const retry = is_worth_retrying(problem.kind) && job.attempts < most_attempts;
    log::warning(
        "job.failed", {{"kind", job.kind},
                       {"job", job.id.text()},
                       {"code", problem.code},
                       {"attempts", job.attempts},
                       {"will_retry", retry}});
    house.write(Actor::system(), [&](Call& call) {
        if (retry)
            store::retry(call.tx, job, call.now + wait_after(job.attempts), problem.code);
        else
            store::give_up(call.tx, job, problem.code);
    });
}

// A job is in the database, then leased, then in a queue, then running; a look at each place in
// turn could miss one that moves on meanwhile. So a look counts only if no claim began during it.
bool Runner::Inside::is_at_rest()
{
    auto const is_idle = [&] { return !claiming && usual.is_idle() && waits.is_idle(); };
    std::int64_t claims_before = 0;
    {
        std::scoped_lock const guard{lock};
        if (!is_idle())
            return false;
        claims_before = claims;
    }
    auto const machine_now = Clock::machine_now();
    bool const nothing_due = house.read(Actor::system(), [&](Call& call) {
        return !store::is_anything_claimable(call.tx, call.now, machine_now) &&
               store::heard_up_to(call.tx) == db::last_seq(call.tx) &&
               !db::has_unsequenced(call.tx);
    });
    std::scoped_lock const guard{lock};
    return nothing_due && is_idle() && claims == claims_before;
}

Runner::Runner(House house, Board const& board, int threads)
    : inside_{std::make_unique<Inside>(house, board, threads)}
{
}

Runner::~Runner()
{
    stop();
}

void Runner::start()
{
    inside_->house.write(Actor::system(), [&](Call& call) {
        store::take_back(call.tx, inside_->house.settings.node);
    });
    auto* const inside = inside_.get();
    inside->threads.emplace_back([inside](std::stop_token const& stop) { inside->lead(stop); });
    for (int i = 0; i < inside->workers; ++i)
        inside->threads.emplace_back(
            [inside](std::stop_token const& stop) { inside->work(inside->usual, stop); });
}

void Runner::stop()
{
    auto const ask_all = [](std::vector<std::jthread>& threads) {
        for (auto& thread : threads)
            thread.request_stop();
    };
    ask_all(inside_->threads);
    {
        std::scoped_lock const guard{inside_->lock};
        ask_all(inside_->waiters);
    }
    inside_->threads.clear();  // joins; from here on there are no new waiters
    ask_all(inside_->waiters);
    inside_->waiters.clear();
}

void Runner::wake()
{
    std::scoped_lock const guard{inside_->lock};
    inside_->news = true;
    inside_->changed.notify_all();
}

bool Runner::rest(std::chrono::milliseconds at_most)
{
    auto const deadline = std::chrono::steady_clock::now() + at_most;
    wake();
    while (std::chrono::steady_clock::now() < deadline) {
        if (inside_->is_at_rest())
            return true;
        std::unique_lock guard{inside_->lock};
        inside_->changed.wait_for(guard, 5ms);
    }
    return false;
}

}  // namespace tellfirst::jobs
