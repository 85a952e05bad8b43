#pragma once
#include "db/tx.hpp"

namespace tellfirst::db {

// Something that happened. Append-only: audit trail, event stream, source of webhooks.
// `seq` and `chain` are given after the commit, in one order for everybody (sequence_facts).
struct Fact {
    std::int64_t seq = 0;
    FactId id;
    Instant at;
    std::string room;
    std::string kind;
    std::string subject;
    std::string actor;
    std::string body;   // JSON
    std::string chain;  // hex of SHA-256 over the chain before it and all of the above but seq
};

BOOST_DESCRIBE_STRUCT(Fact, (), (seq, id, at, room, kind, subject, actor, body, chain))

inline constexpr int most_facts_a_page = 500;

// Sequenced facts after `seq`, oldest first, at most `limit` (capped at most_facts_a_page).
[[nodiscard]] std::vector<Fact> facts_after(Tx& tx, std::int64_t seq, int limit);

// The newest sequence number; 0 where nothing has happened yet.
[[nodiscard]] std::int64_t last_seq(Tx& tx);

// Are there committed facts that nobody has numbered yet? Only ever for a moment.
[[nodiscard]] bool has_unsequenced(Tx& tx);

// Numbers the committed facts that have no number yet and chains their hashes. Answers how many.
// One caller at a time: on SQLite the writer itself runs it at the end of each commit, on
// PostgreSQL whoever holds the sequencer's advisory lock.
std::int64_t sequence_facts(Tx& tx);

// The first sequence number whose chain does not follow from the one before it: somebody has
// changed the past. Nothing where all is well. Reads all facts.
[[nodiscard]] std::optional<std::int64_t> first_broken_link(Tx& tx);

// How often this data was restored from a backup: deliveries of an older epoch are never sent.
[[nodiscard]] std::int64_t data_epoch(Tx& tx);
void raise_data_epoch(Tx& tx);

}  // namespace tellfirst::db
