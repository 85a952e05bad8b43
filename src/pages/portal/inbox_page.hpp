#pragma once
// What was announced to a contact, in the portal.
#include "notify/notify.hpp"
#include "pages/portal/visitor.hpp"

namespace tellfirst::pages {

// "/portal/incidents/aaaak3vq7x2m"; nothing for news, which stands in the inbox itself.
[[nodiscard]] std::string path_of(notify::About const& about);

struct InboxPage {
    std::vector<notify::InboxItem> items;
    std::optional<std::string> after;  // where there are earlier ones
    Instant now;
};
[[nodiscard]] std::string render(Visitor const& visitor, InboxPage const& inbox);

// What stands above every page of the portal; nothing where all is read.
[[nodiscard]] std::optional<News> news_of(Call& call, Visitor const& visitor);

}  // namespace tellfirst::pages
