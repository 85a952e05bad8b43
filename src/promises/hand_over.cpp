#include "promises/promises.hpp"
#include "promises/record.hpp"
#include "promises/store.hpp"

namespace tellfirst::promises {

void hand_over_all(Call& call, std::string_view about, std::optional<PersonId> owner)
{
    for (auto& promise : store::about(call.tx, about)) {
        if (promise.settled_at || promise.owner == owner)
            continue;
        promise.owner = owner;
        record(call, promise, "handed over");
    }
}

}  // namespace tellfirst::promises
