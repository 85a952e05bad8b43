#pragma once
#include "jobs/jobs.hpp"

namespace tellfirst::jobs::store {

// A waiting job of the same kind and key is replaced.
void add(db::Tx& tx, Job const& job);
void add_all(db::Tx& tx, std::vector<Job> const& jobs);
void cancel(db::Tx& tx, std::string_view kind, std::string_view key);

struct Lease {
    std::string_view node;
    Instant now;          // by the house's clock: what is due
    Instant machine_now;  // by the machine's: which leases have run out
    Instant until;
};

// Jobs whose holder has let his lease run out, then due ones, oldest due first. However many
// wait, it looks at no more than it takes.
[[nodiscard]] std::vector<Job> claim(db::Tx& tx, Lease const& lease, int limit);

// Ends a job that is still held under this fence; answers whether it was.
[[nodiscard]] bool end(db::Tx& tx, JobId id, std::int64_t fence);
// Waits again, unless a newer job of its kind and key waits already: then that one replaces it.
void retry(db::Tx& tx, Job const& job, Instant due_at, std::string_view problem);
void give_up(db::Tx& tx, Job const& job, std::string_view problem);

// What this node was running when it died is waiting again; a new fence shuts the dead out.
void take_back(db::Tx& tx, std::string_view node);

// Could anything be claimed now?
[[nodiscard]] bool is_anything_claimable(db::Tx& tx, Instant now, Instant machine_now);
[[nodiscard]] std::int64_t count(db::Tx& tx, std::string_view state);
[[nodiscard]] std::optional<Instant> next_due(db::Tx& tx);

[[nodiscard]] std::int64_t heard_up_to(db::Tx& tx);
// Answers false if somebody else moved it meanwhile.
[[nodiscard]] bool move_heard(db::Tx& tx, std::int64_t from, std::int64_t to);

}  // namespace tellfirst::jobs::store
