#pragma once
// What a signed-in contact sees of his own: how it is, how his month stands, when nothing may
// fail, where he sees all that without signing in.
#include "pages/links/links.hpp"
#include "pages/portal/typed_date.hpp"
#include "pages/portal/visitor.hpp"

namespace tellfirst::pages {

// What is his account's alone, and nobody's without one.
struct Own {
    status::Standing standing;
    std::vector<accounts::CriticalDate> critical_dates;  // not over, the soonest first
    std::optional<PageLink> page_link;
};
BOOST_DESCRIBE_STRUCT(Own, (), (standing, critical_dates, page_link))

struct Portal {
    Visitor visitor;
    StatusPage page;  // of his services only
    std::optional<Own> own = {};
    std::string choices = {};  // the path of the page where he chooses what he hears
};
[[nodiscard]] Portal portal_of(Call& call, Visitor visitor);

// A standing with the services that the reader knows of; its sum is over all that he uses.
[[nodiscard]] status::Standing
known_of(status::Standing standing, std::vector<ShownService> const& services);

// What could not be done, in his language: a date that he typed, or an address that he asked for.
struct Refused {
    std::optional<TypedDate> date = {};
    bool page_link = false;
};
[[nodiscard]] std::string render(Portal const& portal, Refused const& refused = {});

// The same for programs.
[[nodiscard]] Json document_of(Portal const& portal);

}  // namespace tellfirst::pages
