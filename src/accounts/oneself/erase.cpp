#include "accounts/oneself/store.hpp"
#include "accounts/store.hpp"

namespace tellfirst::accounts {
namespace {

// An address belongs to one contact, so each who was erased has another one. Nothing is ever
// delivered below .invalid (RFC 2606).
Email address_of_nobody(ContactId id)
{
    return Email::parse(fmt::format("{}@erased.invalid", id_letters(id.value()))).value();
}

}  // namespace

Result<Contact> erase(Call& call, ContactId id)
{
    auto const contact = find_contact(call.tx, id);
    if (!contact)
        return not_found("contact");
    if (store::is_erased(call.tx, id))
        return *contact;  // said twice

    store::forget_unreachable(call.tx, contact->email);
    store::end_links_and_choices(call.tx, id);
    store::blank_contact(
        call.tx, {.id = id, .name = "erased", .address = address_of_nobody(id), .at = call.now});
    if (contact->account)
        store::raise_account_version(call.tx, *contact->account);
    call.tell(ContactErased{.contact = id});
    return find_contact(call.tx, id).value();
}

std::optional<Contact> contact_of_own_token(Call& call, std::string_view token)
{
    auto const id = read_own_token(call.settings.secret, token);
    if (!id || store::is_erased(call.tx, *id))
        return std::nullopt;
    return find_contact(call.tx, *id);
}

}  // namespace tellfirst::accounts
