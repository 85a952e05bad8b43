#include "accounts/oneself/store.hpp"

namespace tellfirst::accounts {

std::optional<Held> held_of(Call& call, ContactId id)
{
    auto contact = find_contact(call.tx, id);
    if (!contact)
        return std::nullopt;
    auto const dates = store::dates_of(call.tx, id).value();
    auto const account =
        contact->account ? find_account(call.tx, *contact->account) : std::optional<Account>{};
    return Held{
        .contact = *std::move(contact),
        .account_name = account ? account->name : "",
        .created_at = dates.created_at,
        .invited_at = dates.invited_at,
        .confirmed_at = dates.confirmed_at,
        .signed_in_until = store::sessions_of(call.tx, id, call.now)};
}

}  // namespace tellfirst::accounts
