#include "kernel/text.hpp"
#include "promises/facts.hpp"
#include "promises/late.hpp"
#include "promises/record.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

Result<Promise> move(Call& call, PromiseId id, Instant due_at, std::string const& reason)
{
    auto promise = store::find(call.tx, id);
    if (!promise)
        return not_found("promise");
    if (promise->settled_at)
        return already_settled();
    if (due_at < call.now)
        return invalid("promise.in_the_past", "due_at", "This moment has passed.");
    if (promise->due_at == due_at)
        return *promise;
    note_if_missed(call, *promise);

    auto const was = promise->due_at;
    promise->due_at = due_at;
    if (!promise->first_due_at)
        promise->first_due_at = due_at;
    promise->no_date.reset();
    record(call, *promise, std::string{cut_utf8(reason, longest_text)});
    set_timer(call, *promise);
    call.tell(
        PromiseMoved{.promise = id, .about = promise->about, .was_due_at = was, .due_at = due_at});
    return *promise;
}

}  // namespace tellfirst::promises
