#include "notify/copies/partners.hpp"

#include "accounts/accounts.hpp"
#include "notify/copies/names.hpp"
#include "notify/holds/hold_store.hpp"

namespace tellfirst::notify {

bool Partners::has(Email const& address) const
{
    auto const key = address.key();
    return addresses.contains(key) || domains.contains(key.substr(key.find('@') + 1));
}

Partners partners_of(Call& call)
{
    Partners partners;
    for (auto const& brand : accounts::resolved_brands(call)) {
        if (brand.is_default)
            continue;
        partners.addresses.insert(brand.mail_from.key());
        if (brand.contact.email)
            partners.addresses.insert(brand.contact.email->key());
        partners.domains.insert(brand.mail_domain);
    }
    if (partners.domains.empty())
        return partners;
    for (auto const& forwards : store::brands_that_hold(call.tx))
        if (forwards.tell)
            partners.addresses.insert(forwards.tell->key());
    partners.names = names_of_brands(call);
    return partners;
}

}  // namespace tellfirst::notify
