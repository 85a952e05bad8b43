#include "kernel/text.hpp"
#include "promises/facts.hpp"
#include "promises/record.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

Result<Promise> reopen(Call& call, PromiseId id, std::string const& reason)
{
    auto promise = store::find(call.tx, id);
    if (!promise)
        return not_found("promise");
    if (!promise->settled_at)
        return *promise;
    if (promise->state != State::kept && promise->state != State::late)
        return already_settled();

    // Settling took its timer back, unless that had run already or the miss was written down then.
    bool const had_timer = promise->due_at && *promise->due_at >= *promise->settled_at;
    if (promise->state == State::kept)
        promise->state = State::open;
    promise->settled_at.reset();
    record(call, *promise, std::string{cut_utf8(reason, longest_text)});
    if (had_timer)
        set_timer(call, *promise);  // where it is due meanwhile, it runs at once
    call.tell(PromiseReopened{
        .promise = id,
        .state = promise->state,
        .source = promise->source,
        .about = promise->about});
    return *promise;
}

}  // namespace tellfirst::promises
