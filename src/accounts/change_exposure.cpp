#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

#include <set>

namespace tellfirst::accounts {

// Only what differs is closed and begun, so a service that stays keeps the day it was first used.
Result<Account>
change_exposure(Call& call, AccountId id, std::optional<std::vector<ServiceId>> services)
{
    if (services && services->size() > most_services)
        return invalid(
            "account.too_many_services", "services", "An account uses at most 1000 services.");
    auto account = find_account(call.tx, id);
    if (!account)
        return not_found("account");

    std::set<ServiceId> wanted;
    if (services)
        wanted.insert(services->begin(), services->end());
    auto const used = store::exposure_of(call.tx, id);
    std::set<ServiceId> const held{used.begin(), used.end()};
    if (services.has_value() == account->services.has_value() && wanted == held)
        return *std::move(account);  // said twice

    std::vector<ServiceId> ended;
    std::vector<ServiceId> begun;
    std::ranges::set_difference(held, wanted, std::back_inserter(ended));
    std::ranges::set_difference(wanted, held, std::back_inserter(begun));
    store::end_exposure(call.tx, id, ended, call.now);
    store::begin_exposure(call.tx, id, begun, call.now);
    store::set_exposure_known(call.tx, id, services.has_value());
    store::raise_account_version(call.tx, id);

    account->services.reset();
    if (services)
        account->services.emplace(wanted.begin(), wanted.end());
    ++account->version;
    call.tell(ExposureChanged{.account = id, .services = account->services});
    return *std::move(account);
}

}  // namespace tellfirst::accounts
