#include "promises/late.hpp"

#include "promises/facts.hpp"
#include "promises/page_owner.hpp"
#include "promises/record.hpp"
#include "promises/standing.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {
namespace {

// The line of history is written when we notice; the due moment in it says since when it is late.
void miss(Call& call, Promise& promise)
{
    promise.state = State::late;
    record(call, promise, "");
    call.tell(PromiseLate{.promise = promise.id, .source = promise.source, .about = promise.about});
}

}  // namespace

void fall_due(Call& call, PromiseId id)
{
    auto promise = store::find(call.tx, id);
    if (!promise || promise->settled_at || !promise->due_at)
        return;
    if (*promise->due_at > call.now)  // moved, or the clock was set back: this timer is spent
        return set_timer(call, *promise);
    miss(call, *promise);
    page_owner(call, *promise);
}

void note_if_missed(Call& call, Promise& promise)
{
    if (promise.state == State::open && is_missed(promise, call.now))
        miss(call, promise);
}

}  // namespace tellfirst::promises
