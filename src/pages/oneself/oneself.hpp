#pragma once
// All that the house holds of one person, room by room; and how it goes.
#include "accounts/types.hpp"
#include "db/call.hpp"

namespace tellfirst::pages {

// What a contact wrote to us, and we to him, in one ticket. Notes between us are not his.
struct HeldEntry {
    Instant at;
    bool from_us = false;
    std::string text;
    std::string folded;  // quotes and signature
};
BOOST_DESCRIBE_STRUCT(HeldEntry, (), (at, from_us, text, folded))

struct HeldTicket {
    std::int64_t number = 0;
    std::string subject;
    Instant created_at;
    std::vector<HeldEntry> entries;
};
BOOST_DESCRIBE_STRUCT(HeldTicket, (), (number, subject, created_at, entries))

// {person, preferences, notices, tickets}; nothing where there is no such contact.
[[nodiscard]] std::optional<JsonObject> all_held_of(Call& call, ContactId contact);

// Erases him in every room, at once. Said twice: the same answer. Error contact.not_found.
[[nodiscard]] Result<accounts::Contact> erase_everywhere(Call& call, ContactId contact);

}  // namespace tellfirst::pages
