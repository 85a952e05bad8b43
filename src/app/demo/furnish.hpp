#pragma once
#include "app/open_house.hpp"
#include "team/team.hpp"

namespace tellfirst::app::demo {

// Whose customers all of this is about.
inline constexpr std::string_view brand_name = "Framewell";

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
