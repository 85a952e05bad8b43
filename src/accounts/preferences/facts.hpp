#pragma once
// Choices only: a telephone number stays in the table, where it can be corrected and deleted.
#include "accounts/preferences/types.hpp"

namespace tellfirst::accounts {

struct PreferencesChosen {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "PreferencesChosen";
    ContactId contact;
    std::vector<Choice> choices;
    std::optional<QuietHours> quiet_hours;
    std::optional<std::string> digest_at;
    bool short_text = false;
    std::string language;
    std::string zone;
    std::optional<std::vector<ServiceId>> services;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(
    PreferencesChosen, (),
    (contact, choices, quiet_hours, digest_at, short_text, language, zone, services))

struct PlanPreferencesChosen {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "PlanPreferencesChosen";
    PlanId plan;
    std::vector<Choice> choices;
    [[nodiscard]] std::string subject() const { return plan.text(); }
};
BOOST_DESCRIBE_STRUCT(PlanPreferencesChosen, (), (plan, choices))

}  // namespace tellfirst::accounts
