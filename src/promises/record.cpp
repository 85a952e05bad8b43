#include "promises/record.hpp"

#include "promises/facts.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

void record(Call& call, Promise& promise, std::string const& reason)
{
    ++promise.version;
    store::save(call.tx, promise);
    store::append(
        call.tx, promise.id, promise.version,
        {.at = call.now,
         .actor = call.actor.text(),
         .state = promise.state,
         .due_at = promise.due_at,
         .reason = reason});
}

void settle(Call& call, Promise& promise, State state, std::string const& reason)
{
    promise.state = state;
    promise.settled_at = call.now;
    record(call, promise, reason);
    jobs::cancel(call, due_job, promise.id.text());
    call.tell(PromiseSettled{
        .promise = promise.id, .state = state, .source = promise.source, .about = promise.about});
}

void set_timer(Call& call, Promise const& promise)
{
    jobs::later(call, {.kind = due_job, .due_at = *promise.due_at, .key = promise.id.text()});
}

Problem already_settled()
{
    return conflict("promise.settled", "This promise has ended; make a new one.");
}

}  // namespace tellfirst::promises
