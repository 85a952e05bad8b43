#include "accounts/add_contact.hpp"

#include "accounts/accounts.hpp"
#include "accounts/facts.hpp"
#include "accounts/faults.hpp"
#include "accounts/store.hpp"
#include "kernel/text.hpp"

namespace tellfirst::accounts {
namespace {

// A stranger's name is what his mail program says. People will see it: one line, not endless.
std::string presentable(std::string_view name, Email const& email)
{
    auto text = repair_utf8(name);
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    auto const shown = trim(cut_utf8(trim(text), longest_name));
    return std::string{shown.empty() ? std::string_view{email.text()} : shown};
}

}  // namespace

std::optional<Contact>
write_contact(Call& call, std::optional<AccountId> account, BrandId brand, NewContact const& wish)
{
    Contact contact{
        .id = call.new_id<ContactId>(),
        .account = account,
        .name = wish.name,
        .email = wish.email,
        .phone = wish.phone,
        .language = wish.language.empty() ? resolved_brand(call, brand).language : wish.language,
        .zone = wish.zone,
        .topics = wish.topics};
    auto const id =
        store::add_contact(call.tx, {.contact = contact, .brand = brand, .at = call.now});
    if (!id)
        return std::nullopt;
    call.tell(ContactAdded{.contact = *id, .account = account});
    return find_contact(call.tx, *id);
}

Problem email_taken(std::string field)
{
    return invalid(
        "contact.email_taken", std::move(field),
        "Somebody with this address is a contact already. An address belongs to one account.");
}

Result<Contact> add_contact(Call& call, AccountId account, NewContact const& wish)
{
    if (auto faults = faults_in(wish); !faults.empty())
        return refusal(std::move(faults));
    auto const found = find_account(call.tx, account);
    if (!found)
        return not_found("account");
    if (found->contacts.size() >= most_contacts)
        return invalid("account.too_many_contacts", "", "An account has at most 1000 contacts.");
    auto contact = write_contact(call, account, found->brand, wish);
    if (!contact)
        return email_taken("email");
    store::raise_account_version(call.tx, account);
    return *std::move(contact);
}

Contact add_prospect(Call& call, std::string_view name, Email const& email, BrandId brand)
{
    if (auto known = find_contact_by_email(call.tx, email))
        return *std::move(known);
    NewContact const wish{.name = presentable(name, email), .email = email};
    auto contact = write_contact(call, std::nullopt, brand, wish);
    if (!contact)  // somebody made him a contact between our reading and our writing
        contact = find_contact_by_email(call.tx, email);
    return std::move(contact).value();
}

}  // namespace tellfirst::accounts
