#include "promises/late.hpp"
#include "promises/record.hpp"
#include "promises/standing.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

Result<Promise> keep(Call& call, PromiseId id)
{
    auto promise = store::find(call.tx, id);
    if (!promise)
        return not_found("promise");
    bool const done = promise->state == State::kept || promise->state == State::late;
    if (promise->settled_at && done)
        return *promise;  // said twice: the answer got lost, not the fact
    if (promise->settled_at)
        return already_settled();
    note_if_missed(call, *promise);
    settle(call, *promise, state_when_done(*promise, call.now), "");
    return *promise;
}

void keep_all(Call& call, Source source, std::string_view about)
{
    for (auto const id : store::unsettled(call.tx, source, about))
        (void)keep(call, id).value();  // just read and not settled: nothing to refuse
}

}  // namespace tellfirst::promises
