#pragma once
// The part of the door about what we hold of one person, and how it goes.
#include "accounts/oneself/own_link.hpp"
#include "db/db.hpp"

namespace tellfirst::accounts {

// What this room holds of a contact, besides his preferences.
struct Held {
    Contact contact;
    std::string account_name;
    Instant created_at;
    std::optional<Instant> invited_at;
    std::optional<Instant> confirmed_at;
    std::vector<Instant> signed_in_until;  // of each browser
};
BOOST_DESCRIBE_STRUCT(
    Held, (), (contact, account_name, created_at, invited_at, confirmed_at, signed_in_until))
[[nodiscard]] std::optional<Held> held_of(Call& call, ContactId id);

// Whose own page a token opens; nothing where we did not make it, or he was erased.
[[nodiscard]] std::optional<Contact> contact_of_own_token(Call& call, std::string_view token);

// Takes everything out of the contact's row that says who he is, and ends his links, sessions and
// choices. The row stays, under the name "erased", for proofs and promises that name its id. Rooms
// above blank what they hold themselves. Said twice: the same answer. Error contact.not_found.
[[nodiscard]] Result<Contact> erase(Call& call, ContactId id);

struct ContactErased {
    static constexpr std::string_view room = "accounts";
    static constexpr std::string_view kind = "ContactErased";
    ContactId contact;
    [[nodiscard]] std::string subject() const { return contact.text(); }
};
BOOST_DESCRIBE_STRUCT(ContactErased, (), (contact))

}  // namespace tellfirst::accounts
