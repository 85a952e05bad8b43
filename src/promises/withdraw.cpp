#include "kernel/text.hpp"
#include "promises/late.hpp"
#include "promises/record.hpp"
#include "promises/standing.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

Result<Promise> withdraw(Call& call, PromiseId id, std::string const& reason)
{
    auto promise = store::find(call.tx, id);
    if (!promise)
        return not_found("promise");
    bool const dropped = promise->state == State::withdrawn || promise->state == State::broken;
    if (promise->settled_at && dropped)
        return *promise;  // said twice
    if (promise->settled_at)
        return already_settled();
    note_if_missed(call, *promise);
    settle(
        call, *promise, state_when_dropped(*promise, call.now),
        std::string{cut_utf8(reason, longest_text)});
    return *promise;
}

void withdraw_all(Call& call, Source source, std::string_view about, std::string const& reason)
{
    for (auto const id : store::unsettled(call.tx, source, about))
        (void)withdraw(call, id, reason).value();  // just read and not settled
}

}  // namespace tellfirst::promises
