#pragma once
// Where the things of a site stand, in the language of whoever is led there.
#include "pages/shell.hpp"
#include "pages/site.hpp"

namespace tellfirst::pages {

// Its first page.
[[nodiscard]] inline std::string address_of(Site const& site, words::Language language)
{
    return fmt::format("{}{}/", site.base_url, prefix_of(language));
}

[[nodiscard]] inline std::string
address_of(Site const& site, IncidentId id, words::Language language)
{
    return address_of(site, language) + "incidents/" + id_letters(id.value());
}

[[nodiscard]] inline std::string address_of(Site const& site, WindowId id, words::Language language)
{
    return address_of(site, language) + "windows/" + id_letters(id.value());
}

[[nodiscard]] inline std::string address_of(Site const& site, IssueId id, words::Language language)
{
    return address_of(site, language) + "issues/" + id_letters(id.value());
}

}  // namespace tellfirst::pages
