#pragma once
#include "db/call.hpp"

namespace tellfirst::notify {

// Makes one mail of all that is due for a reader's digest, for some hundred readers. The mail is a
// notice of its own; what it carries stands as `sending` and ends as it does, so that the proof of
// each says what his server said. A crash sends the mail again or not, as any mail; never what it
// carries besides.
void gather_digests(Call& call);

}  // namespace tellfirst::notify
