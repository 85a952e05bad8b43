#include "accounts/accounts.hpp"
#include "notify/notify.hpp"
#include "notify/seal.hpp"
#include "notify/store.hpp"

namespace tellfirst::notify {
namespace {

// The contact himself, or one with whom he shares an account. Prospects share none.
bool are_of_one_account(db::Tx& tx, ContactId one, ContactId other)
{
    if (one == other)
        return true;
    auto const first = accounts::find_contact(tx, one);
    auto const second = accounts::find_contact(tx, other);
    return first && second && first->account && first->account == second->account;
}

}  // namespace

bool we_sent(Call& call, std::string_view message_id, ContactId contact)
{
    // Our own names carry their proof; those that a room above chose stand in the table.
    auto recipients = store::recipients_of(call.tx, message_id);
    if (auto const sealed = seal::read_message_id(call.settings.secret, message_id))
        recipients.push_back(sealed->recipient);
    return std::ranges::any_of(recipients, [&](std::int64_t recipient) {
        return are_of_one_account(call.tx, ContactId{recipient}, contact);
    });
}

}  // namespace tellfirst::notify
