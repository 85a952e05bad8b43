#pragma once
// Inside notify: holding words back, and letting them go.
#include "db/db.hpp"
#include "notify/holds/hold_store.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {

inline constexpr std::string_view hold_job = "notify.hold";

// Part of announcing, behind the frozen audience (and behind each slice of it): what is for
// accounts of a brand that holds does not leave. The first time, its partner is told.
void hold_back(Call& call, Notice const& notice, Announcement const& words);

// Part of taking a notice back (or this slice of it): an earlier word whose place it had taken is
// held again, where it was never released itself, whatever became of the one that was taken back.
void hold_again(Call& call, Notice const& cancelled, Slice const& slice);

// The moment has come at which a held word goes by itself, or is of no use any more.
void end_hold(Call& call, HoldKey const& key);

// Lets it go, whoever says so. Error notice.not_held.
[[nodiscard]] Result<void>
let_go(Call& call, HoldKey const& key, std::string by, Release const& wish);

// As the readers of a brand that held it read it: with the title and text of its release, and
// without earlier words, which were never released to them.
[[nodiscard]] Announcement as_released(Announcement words, std::optional<store::Hold> const& hold);
[[nodiscard]] Notice as_released(Notice notice, std::optional<store::Hold> const& hold);

}  // namespace tellfirst::notify
