#pragma once
// Brands' part of the door: in whose name pages and mails speak.
#include "accounts/types.hpp"
#include "db/db.hpp"

namespace tellfirst::accounts {

[[nodiscard]] Brand default_brand(db::Tx& tx);
[[nodiscard]] std::optional<Brand> find_brand(db::Tx& tx, BrandId id);
[[nodiscard]] Brand brand_of_host(db::Tx& tx, std::string_view host);  // unknown host: the default
[[nodiscard]] std::vector<Brand> brands(db::Tx& tx);                   // all; there are at most 200
[[nodiscard]] std::vector<Brand> brands(db::Tx& tx, std::optional<BrandId> after, int limit);
[[nodiscard]] std::vector<PlanId> plans_of_brand(db::Tx& tx, BrandId id);  // of its accounts
[[nodiscard]] std::optional<Logo> logo_of(db::Tx& tx, BrandId id);

// With what they take from the brands above them: what pages and mails show.
[[nodiscard]] std::vector<ResolvedBrand> resolved_brands(Call& call);
[[nodiscard]] ResolvedBrand resolved_brand(Call& call, BrandId id);  // unknown id: the default
// From whom the contact hears: the brand of his account, or the one that he wrote to. The default
// where there is no such contact.
[[nodiscard]] ResolvedBrand brand_of(Call& call, ContactId id);

// Who was written to: the brand that sends from this address, else the first on its domain, else
// the default.
[[nodiscard]] BrandId brand_written_to(Call& call, std::string_view address);
// Is this an address from which we write ourselves?
[[nodiscard]] bool is_our_sender(Call& call, Email const& sender);
// Domains whose mail comes to us, in lower case: the house's own and those of its brands.
[[nodiscard]] std::vector<std::string> mail_domains(Call& call);

// Errors brand.host_taken, brand.cycle, brand.too_deep, brand.our_mail_domain (a partner's mails
// would show it), and those of brands/faults.hpp.
[[nodiscard]] Result<Brand> add_brand(Call& call, NewBrand const& wish);
[[nodiscard]] Result<Brand>
change_brand(Call& call, BrandId id, NewBrand const& wish, std::optional<std::int64_t> version);
// Strangers who wrote to it hear from its parent from then on. Errors (409) brand.is_default,
// brand.has_members (brands below it), brand.in_use (accounts hear from it).
[[nodiscard]] Result<Brand>
remove_brand(Call& call, BrandId id, std::optional<std::int64_t> version);
// Nothing takes it away. Errors of brands/picture.hpp.
[[nodiscard]] Result<Brand> change_logo(
    Call& call, BrandId id, std::optional<NewLogo> const& wish,
    std::optional<std::int64_t> version);
// Error brand.not_found (field brand).
[[nodiscard]] Result<Account> give_brand(Call& call, AccountId id, BrandId brand);

}  // namespace tellfirst::accounts
