#pragma once
// What a person can do about an announcement that is on its way.
#include "db/db.hpp"
#include "notify/fanout/facts.hpp"
#include "notify/types.hpp"

namespace tellfirst::notify {

// Nothing of it leaves from now on but what is on the wire at this moment; until it is resumed,
// also after a restart. Said twice: the same answer. Errors notice.not_found, notice.is_over (409).
[[nodiscard]] Result<Progress> pause(Call& call, NoticeId id);

// Lets it go on. Said of one that is not paused: nothing changes. Errors as pause.
[[nodiscard]] Result<Progress> resume(Call& call, NoticeId id);

// Whoever has not been written to will not be. Earlier words that it took the place of do not go
// on: some have read this one. Said twice: the same answer. Errors notice.not_found,
// notice.is_over.
[[nodiscard]] Result<Progress> cancel_rest(Call& call, NoticeId id);

// Where notify.approve_above says that an announcement to so many waits: lets it go. Said twice:
// the same answer. Errors notice.not_found, notice.is_over, notice.needs_another_person (409) for
// who asked for it, and for whoever is no person.
[[nodiscard]] Result<Progress> approve(Call& call, NoticeId id);

}  // namespace tellfirst::notify
