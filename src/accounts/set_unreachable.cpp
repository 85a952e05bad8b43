#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {

void set_unreachable(Call& call, Email const& address, std::optional<Unreachable> const& why)
{
    if (store::why_unreachable(call.tx, address) == why)
        return;  // said twice
    if (why)
        store::save_unreachable(call.tx, address, *why);
    else
        store::forget_unreachable(call.tx, address);
    auto const contact = find_contact_by_email(call.tx, address);
    if (contact)
        call.tell(ReachChanged{
            .contact = contact->id, .cause = why ? std::optional{why->cause} : std::nullopt});
}

}  // namespace tellfirst::accounts
