#pragma once
// The page on which a contact chooses what he hears, without signing in: only his mails lead there.
#include "accounts/types.hpp"
#include "kernel/problem.hpp"
#include "pages/preferences/typed_preferences.hpp"
#include "pages/subscribing/service_choice.hpp"

namespace tellfirst::pages {

struct Centre {
    accounts::Contact contact;
    accounts::ResolvedBrand brand;
    std::string account_name;
    accounts::Preferences preferences;  // as they are, or as he typed them
    std::string path;                   // "/p/TOKEN"
    Sms sms = Sms::offered;
    std::optional<Problem> refused = {};
    ServiceChoice services = {};  // none are offered to who has an account
};
[[nodiscard]] std::string render(Centre const& centre);

}  // namespace tellfirst::pages
