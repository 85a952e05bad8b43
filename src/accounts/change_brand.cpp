#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {

Result<Brand> change_default_brand(Call& call, NewBrand const& wish)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    auto brand = default_brand(call.tx);
    brand.name = wish.name;
    brand.host = wish.host ? std::optional{ascii_lower(*wish.host)} : std::nullopt;
    brand.mail_from = wish.mail_from;
    ++brand.version;
    store::save_brand(call.tx, brand);
    call.tell(BrandChanged{.brand = brand.id});
    return brand;
}

}  // namespace tellfirst::accounts
