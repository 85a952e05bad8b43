#pragma once
#include "promises/promises.hpp"

namespace tellfirst::promises {

// The timer's verb: where the promise is due and not settled, it becomes late and its owner is
// paged. Where it is not due yet, a timer waits for its moment again.
void fall_due(Call& call, PromiseId id);

// Whoever touches a promise that was missed while no timer could run (the server was down) writes
// down the miss first. He knows already, so nobody is paged.
void note_if_missed(Call& call, Promise& promise);

}  // namespace tellfirst::promises
