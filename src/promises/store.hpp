#pragma once
// The rows of promises. Nothing is ever deleted, and a change is never changed; the database
// itself refuses it.
#include "promises/promises.hpp"

namespace tellfirst::promises::store {

void insert(db::Tx& tx, Promise const& promise);
void save(db::Tx& tx, Promise const& promise);
[[nodiscard]] std::optional<Promise> find(db::Tx& tx, PromiseId id);
[[nodiscard]] std::vector<Promise> about(db::Tx& tx, std::string_view subject);
[[nodiscard]] std::vector<PromiseId> unsettled(db::Tx& tx, Source source, std::string_view subject);
// Looks at all of `seek` but its account.
[[nodiscard]] std::vector<Promise> ledger(db::Tx& tx, Seek const& seek);

struct Unsettled {
    std::int64_t open = 0;
    std::int64_t due_today = 0;  // of those
    std::int64_t late = 0;
};
BOOST_DESCRIBE_STRUCT(Unsettled, (), (open, due_today, late))
[[nodiscard]] Unsettled count_unsettled(db::Tx& tx, Instant now, Instant midnight);

struct Settled {
    State state = State::kept;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Settled, (), (state, count))
[[nodiscard]] std::vector<Settled> count_settled(db::Tx& tx);

[[nodiscard]] Record public_record(db::Tx& tx, Source source, Instant from, Instant to);
void append(db::Tx& tx, PromiseId id, std::int64_t version, Change const& change);
[[nodiscard]] std::vector<Change> history(db::Tx& tx, PromiseId id);

}  // namespace tellfirst::promises::store
