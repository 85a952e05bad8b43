#include "jobs/store.hpp"

namespace tellfirst::jobs::store {
namespace {

constexpr std::string_view insert_job = R"sql(
    INSERT INTO jobs_queue (id, kind, key, body, due_at, attempts, fence, state, node,
                            leased_until, problem)
    VALUES (:id, :kind, :key, :body, :due_at, 0, 0, 'waiting', '', 0, ''))sql";

std::vector<db::Param> values_of(Job const& job)
{
    return {
        {"id", job.id},
        {"kind", job.kind},
        {"key", job.key},
        {"body", job.body},
        {"due_at", job.due_at}};
}

}  // namespace

void add(db::Tx& tx, Job const& job)
{
    if (!job.key.empty())
        cancel(tx, job.kind, job.key);
    auto const values = values_of(job);
    tx.query(insert_job, values, [](db::Row const&) {});
}

void add_all(db::Tx& tx, std::vector<Job> const& jobs)
{
    std::vector<std::vector<db::Param>> sets;
    for (auto const& job : jobs)
        sets.push_back(values_of(job));
    tx.bulk(insert_job, sets);
}

void cancel(db::Tx& tx, std::string_view kind, std::string_view key)
{
    tx.run(
        R"sql(
        DELETE FROM jobs_queue
        WHERE  kind = :kind AND key = :key AND key <> '' AND state = 'waiting')sql",
        {{"kind", kind}, {"key", key}});
}

std::vector<Job> claim(db::Tx& tx, Lease const& lease, int limit)
{
    auto expired = std::string{R"sql(
        SELECT id, kind, key, body, due_at, attempts, fence
        FROM   jobs_queue
        WHERE  state = 'running' AND leased_until <= :machine_now
        ORDER BY leased_until
        LIMIT  :limit)sql"};
    expired += tx.skip_locked();
    auto jobs = tx.all<Job>(expired, {{"machine_now", lease.machine_now}, {"limit", limit}});
    auto due = std::string{R"sql(
        SELECT id, kind, key, body, due_at, attempts, fence
        FROM   jobs_queue
        WHERE  state = 'waiting' AND due_at <= :now
        ORDER BY due_at, id
        LIMIT  :limit)sql"};
    due += tx.skip_locked();
    auto const room = limit - static_cast<int>(jobs.size());
    for (auto& job : tx.all<Job>(due, {{"now", lease.now}, {"limit", room}}))
        jobs.push_back(std::move(job));
    std::vector<std::vector<db::Param>> sets;
    for (auto& job : jobs) {
        ++job.attempts;
        ++job.fence;
        sets.push_back(
            {{"id", job.id},
             {"attempts", job.attempts},
             {"fence", job.fence},
             {"node", lease.node},
             {"until", lease.until}});
    }
    tx.bulk(
        R"sql(
        UPDATE jobs_queue
        SET    state = 'running', attempts = :attempts, fence = :fence, node = :node,
               leased_until = :until
        WHERE  id = :id)sql",
        sets);
    return jobs;
}

bool end(db::Tx& tx, JobId id, std::int64_t fence)
{
    return tx.run(
               R"sql(
        DELETE FROM jobs_queue
        WHERE  id = :id AND fence = :fence AND state = 'running')sql",
               {{"id", id}, {"fence", fence}}) == 1;
}

void retry(db::Tx& tx, Job const& job, Instant due_at, std::string_view problem)
{
    bool const replaced = tx.one<std::int64_t>(
                                R"sql(
        SELECT id FROM jobs_queue
        WHERE  kind = :kind AND key = :key AND key <> '' AND state = 'waiting')sql",
                                {{"kind", job.kind}, {"key", job.key}})
                              .has_value();
    if (replaced) {
        (void)end(tx, job.id, job.fence);
        return;
    }
    tx.run(
        R"sql(
        UPDATE jobs_queue
        SET    state = 'waiting', node = '', leased_until = 0, due_at = :due_at,
               problem = :problem
        WHERE  id = :id AND fence = :fence AND state = 'running')sql",
        {{"id", job.id}, {"fence", job.fence}, {"due_at", due_at}, {"problem", problem}});
}

void give_up(db::Tx& tx, Job const& job, std::string_view problem)
{
    tx.run(
        R"sql(
        UPDATE jobs_queue
        SET    state = 'given_up', node = '', leased_until = 0, problem = :problem
        WHERE  id = :id AND fence = :fence AND state = 'running')sql",
        {{"id", job.id}, {"fence", job.fence}, {"problem", problem}});
}

void take_back(db::Tx& tx, std::string_view node)
{
    // Not back to `waiting`: a newer job of the same key may wait already. An expired lease is
    // claimed next, under a new fence.
    tx.run(
        R"sql(
        UPDATE jobs_queue
        SET    leased_until = 0
        WHERE  state = 'running' AND node = :node)sql",
        {{"node", node}});
}

bool is_anything_claimable(db::Tx& tx, Instant now, Instant machine_now)
{
    return tx.one<std::int64_t>(
                 R"sql(
        SELECT id FROM jobs_queue
        WHERE  state = 'waiting' AND due_at <= :now
        LIMIT  1)sql",
                 {{"now", now}})
               .has_value() ||
           tx.one<std::int64_t>(
                 R"sql(
        SELECT id FROM jobs_queue
        WHERE  state = 'running' AND leased_until <= :machine_now
        LIMIT  1)sql",
                 {{"machine_now", machine_now}})
               .has_value();
}

std::optional<Instant> next_due(db::Tx& tx)
{
    return tx.one<Instant>(R"sql(
        SELECT due_at FROM jobs_queue
        WHERE  state = 'waiting'
        ORDER BY due_at
        LIMIT  1)sql");
}

std::int64_t count(db::Tx& tx, std::string_view state)
{
    return *tx.one<std::int64_t>(
        "SELECT COUNT(*) FROM jobs_queue WHERE state = :state", {{"state", state}});
}

std::int64_t heard_up_to(db::Tx& tx)
{
    return *tx.one<std::int64_t>("SELECT seq FROM jobs_heard WHERE one = 1");
}

bool move_heard(db::Tx& tx, std::int64_t from, std::int64_t to)
{
    return tx.run(
               "UPDATE jobs_heard SET seq = :to WHERE one = 1 AND seq = :from",
               {{"from", from}, {"to", to}}) == 1;
}

}  // namespace tellfirst::jobs::store
