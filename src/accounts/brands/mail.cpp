#include "accounts/store.hpp"
#include "kernel/text.hpp"

// Where a brand's mails come from and go to.
namespace tellfirst::accounts {

ResolvedBrand brand_of(Call& call, ContactId id)
{
    return resolved_brand(call, store::brand_of(call.tx, id).value_or(BrandId{}));
}

BrandId brand_written_to(Call& call, std::string_view address)
{
    auto const all = resolved_brands(call);
    auto const written = ascii_lower(address);
    auto const domain = std::string_view{written}.substr(written.rfind('@') + 1);
    auto found = std::ranges::find(
        all, written, [](ResolvedBrand const& brand) { return brand.mail_from.key(); });
    if (found == all.end())
        found = std::ranges::find(all, domain, &ResolvedBrand::mail_domain);
    return found == all.end() ? default_brand(call.tx).id : found->id;
}

bool is_our_sender(Call& call, Email const& sender)
{
    if (ascii_lower(sender.domain()) == call.settings.domain)
        return true;
    return std::ranges::any_of(
        brands(call.tx), [&](Brand const& brand) { return brand.mail_from == sender; });
}

std::vector<std::string> mail_domains(Call& call)
{
    std::vector<std::string> domains{call.settings.domain};
    for (auto& brand : resolved_brands(call))
        domains.push_back(std::move(brand.mail_domain));
    return domains;
}

}  // namespace tellfirst::accounts
