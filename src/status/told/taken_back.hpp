#pragma once
// Inside status: a notice that was taken back within its undo told nobody.
#include "db/db.hpp"

namespace tellfirst::status {

// Hears notify's NoticeCancelled. What it told stood on the page alone then: a word on an incident
// was no first word, and a time of a window no notice. Where that leaves a plan with too short a
// notice, the ledger shows it.
[[nodiscard]] Result<void> follow_taken_back(Call& call, db::Fact const& fact);

}  // namespace tellfirst::status
