#pragma once
// The SQL of preferences.
#include "accounts/preferences/preferences.hpp"

namespace tellfirst::accounts::store {

// Over the version before; false, and nothing written, where another one is stored.
[[nodiscard]] bool save_preferences(db::Tx& tx, Preferences const& preferences);
void save_preferences_of_plan(db::Tx& tx, PlanId id, PlanPreferences const& preferences);
// Nothing: all. It is so of whoever has an account.
[[nodiscard]] std::optional<std::vector<ServiceId>> services_chosen_by(db::Tx& tx, ContactId id);
void choose_services(
    db::Tx& tx, ContactId id, std::optional<std::vector<ServiceId>> const& services);
void save_has_push(db::Tx& tx, ContactId id, bool has_push);

}  // namespace tellfirst::accounts::store
