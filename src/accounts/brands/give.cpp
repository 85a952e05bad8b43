#include "accounts/facts.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

Result<Account> give_brand(Call& call, AccountId id, BrandId brand)
{
    auto account = find_account(call.tx, id);
    if (!account)
        return not_found("account");
    if (!find_brand(call.tx, brand))
        return invalid("brand.not_found", "brand", "There is no such brand.");
    if (account->brand == brand)
        return *std::move(account);  // said twice
    store::set_brand(call.tx, id, brand);
    account->brand = brand;
    ++account->version;
    call.tell(BrandGiven{.account = id, .brand = brand});
    return *std::move(account);
}

}  // namespace tellfirst::accounts
