#pragma once
// Where the things of a site stand.
#include "pages/site.hpp"

namespace tellfirst::pages {

[[nodiscard]] inline std::string address_of(Site const& site, IncidentId id)
{
    return site.base_url + "/incidents/" + id_letters(id.value());
}

[[nodiscard]] inline std::string address_of(Site const& site, WindowId id)
{
    return site.base_url + "/windows/" + id_letters(id.value());
}

[[nodiscard]] inline std::string address_of(Site const& site, IssueId id)
{
    return site.base_url + "/issues/" + id_letters(id.value());
}

}  // namespace tellfirst::pages
