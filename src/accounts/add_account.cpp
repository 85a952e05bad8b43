#include "accounts/accounts.hpp"
#include "accounts/add_contact.hpp"
#include "accounts/exposure.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {
Result<Account> add_account(Call& call, NewAccount const& wish)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    auto const plan = find_plan(call.tx, wish.plan);
    if (!plan)
        return invalid("plan.not_found", "plan", "There is no such plan.");
    auto const brand = wish.brand ? find_brand(call.tx, *wish.brand) : default_brand(call.tx);
    if (!brand)
        return invalid("brand.not_found", "brand", "There is no such brand.");

    Account account{
        .id = call.new_id<AccountId>(),
        .name = wish.name,
        .plan = wish.plan,
        .plan_name = plan->name,
        .own_services = wish.services ? std::optional{tidy(*wish.services)} : std::nullopt,
        .brand = brand->id,
        .created_at = call.now};
    account.services = used_in_all(account.own_services, services_of_plan(call.tx, wish.plan));
    store::add_account(call.tx, account);
    call.tell(AccountAdded{.account = account.id, .plan = account.plan});

    for (std::size_t i = 0; i < wish.contacts.size(); ++i) {
        auto contact = write_contact(call, account.id, account.brand, wish.contacts[i]);
        if (!contact)
            return email_taken(fmt::format("contacts[{}].email", i));
        account.contacts.push_back(*std::move(contact));
    }
    std::ranges::sort(account.contacts, {}, &Contact::id);
    return account;
}

}  // namespace tellfirst::accounts
