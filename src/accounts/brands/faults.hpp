#pragma once
#include "accounts/faults.hpp"

namespace tellfirst::accounts {

// Each brand's pages are rendered at every change and kept in memory, so there is an end to them.
inline constexpr int most_brands = 200;

inline constexpr std::size_t longest_contact_text = 500;  // a few sentences beside a page's foot
inline constexpr std::size_t longest_url = 500;

enum class Standing { vendor, partner };

// What is wrong with the brand by itself. Codes brand.needs_name, brand.name_too_long,
// brand.needs_host, brand.bad_host, brand.bad_accent, brand.needs_mail_from, brand.bad_mail_name,
// brand.bad_contact, language.wrong_form, brand.has_no_parent.
[[nodiscard]] Faults faults_in(NewBrand const& wish, Standing standing);

// A host name as DNS takes it: labels of letters, digits and inner hyphens, without a port.
[[nodiscard]] bool is_host(std::string_view host);

}  // namespace tellfirst::accounts
