#pragma once
#include "app/open_house.hpp"
#include "team/team.hpp"

namespace tellfirst::app::demo {

// Whose customers all of this is about.
inline constexpr std::string_view brand_name = "Framewell";
inline constexpr std::string_view mail_domain = "help.framewell.example";

// Where the pages of a partner are. Browsers find every name below "localhost" on this machine.
inline constexpr std::string_view partner_host = "kestrel.localhost";

// Who may come back to the demo later.
struct Owner {
    PersonId id;
    std::string email;
    std::string password;
};

// Lets an empty house live through its script, up to this moment, and closes it. Mail goes into
// the Maildir at `maildir`.
[[nodiscard]] Owner furnish(std::unique_ptr<OpenHouse> opened, std::string const& maildir);

}  // namespace tellfirst::app::demo
