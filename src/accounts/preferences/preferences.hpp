#pragma once
// Preferences as part of the door of accounts: on which channel somebody hears of what, and when.
#include "accounts/preferences/types.hpp"
#include "db/db.hpp"

namespace tellfirst::accounts {

// Nothing where there is no such contact.
[[nodiscard]] std::optional<Preferences> preferences_of(db::Tx& tx, ContactId id);
// All of them at once; `version` from If-Match is the contact's. Errors contact.not_found,
// preferences.not_his_channel and .channel_twice ("choices[1].channel"), preferences.needs_phone,
// contact.bad_phone, preferences.bad_time ("quiet_hours.from"), language.wrong_form, zone.unknown;
// of services preferences.no_subscriber, .no_services and .too_many_services.
[[nodiscard]] Result<Preferences> choose_preferences(
    Call& call, ContactId id, NewPreferences const& wish,
    std::optional<std::int64_t> version = std::nullopt);

// What holds for all on a plan who chose nothing for a channel, besides mail, whose topics are
// among the plan's terms.
struct PlanPreferences {
    static constexpr std::array<std::string_view, 1> required{"choices"};
    std::vector<Choice> choices;  // a channel that is not named is off
    bool operator==(PlanPreferences const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanPreferences, (), (choices))
[[nodiscard]] std::optional<PlanPreferences> preferences_of_plan(db::Tx& tx, PlanId id);
// Errors plan.not_found, preferences.not_the_plans (mail, webhook), preferences.channel_twice.
[[nodiscard]] Result<PlanPreferences>
choose_preferences_of_plan(Call& call, PlanId id, PlanPreferences const& wish);

// Does one of his browsers want to be told? Notify keeps them and says it here.
void set_has_push(Call& call, ContactId id, bool has_push);

// "07:30" -> 450. Nothing where it is no time of a day.
[[nodiscard]] std::optional<int> minute_of_day(std::string_view time);

}  // namespace tellfirst::accounts
