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
[[nodiscard]] std::vector<Promise>
ledger(db::Tx& tx, std::optional<State> state, std::optional<PromiseId> after, int limit);

void append(db::Tx& tx, PromiseId id, std::int64_t version, Change const& change);
[[nodiscard]] std::vector<Change> history(db::Tx& tx, PromiseId id);

}  // namespace tellfirst::promises::store
