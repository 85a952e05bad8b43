#pragma once
// Inside status: the rows of known issues.
#include "status/status.hpp"

namespace tellfirst::status::store {

void add_issue(db::Tx& tx, Issue const& issue);
void save_issue(db::Tx& tx, Issue& issue);  // with the next version
void add_estimate(db::Tx& tx, IssueId id, GivenEta const& estimate);
[[nodiscard]] std::optional<Issue> find_issue(db::Tx& tx, IssueId id);

}  // namespace tellfirst::status::store
