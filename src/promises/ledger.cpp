#include "promises/store.hpp"

namespace tellfirst::promises {

std::optional<Promise> find(db::Tx& tx, PromiseId id)
{
    return store::find(tx, id);
}

std::vector<Promise> about(db::Tx& tx, std::string_view subject)
{
    return store::about(tx, subject);
}

std::vector<Change> history(db::Tx& tx, PromiseId id)
{
    return store::history(tx, id);
}

std::vector<Promise>
ledger(db::Tx& tx, std::optional<State> state, std::optional<PromiseId> after, int limit)
{
    return store::ledger(tx, state, after, limit);
}

}  // namespace tellfirst::promises
