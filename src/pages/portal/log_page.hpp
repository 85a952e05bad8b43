#pragma once
// What was sent to a contact, in the portal.
#include "notify/notify.hpp"
#include "pages/portal/visitor.hpp"

namespace tellfirst::pages {

struct LogPage {
    std::vector<notify::LoggedNotice> items;
    std::optional<std::string> after;  // where there are earlier ones
    Instant now;
};
[[nodiscard]] std::string render(Visitor const& visitor, LogPage const& log);

}  // namespace tellfirst::pages
