#include "notify/voices.hpp"

#include "accounts/accounts.hpp"

namespace tellfirst::notify {

Voices::Voices(Call& call) : call_{call}, brands_{accounts::resolved_brands(call)} {}

BrandId Voices::brand_for(Claimed const& claimed) const
{
    if (std::ranges::find(brands_, claimed.brand, &accounts::ResolvedBrand::id) != brands_.end())
        return claimed.brand;
    return accounts::brand_of(call_, ContactId{claimed.recipient}).id;
}

Voice Voices::of(BrandId id) const
{
    return {
        .secret = call_.settings.secret,
        .brand = *std::ranges::find(brands_, id, &accounts::ResolvedBrand::id)};
}

}  // namespace tellfirst::notify
