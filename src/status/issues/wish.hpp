#pragma once
// Inside status: what opening and changing a known issue have in common.
#include "status/status.hpp"

namespace tellfirst::status {

// Errors issue.needs_title, issue.needs_text, issue.too_long, issue.needs_services and those of its
// services and its workaround.
[[nodiscard]] Result<void> check(db::Tx& tx, NewIssue const& wish);

// When it will be mended. `said` is what was said before: its moment stays as it was said, also
// when it has passed. Errors as of an estimate on an incident, with the field "fix".
[[nodiscard]] Result<notify::When>
fix_of(std::optional<Eta> const& wish, notify::When const& said, Instant now);

// Takes over what was wished, after it was checked.
void take(Issue& issue, NewIssue const& wish, notify::When const& fix);

// The date is promised to everybody while everybody can read it: made, moved or taken back.
void promise_fix(Call& call, Issue const& issue);

}  // namespace tellfirst::status
