#pragma once
// The SQL of what we hold of one person.
#include "accounts/accounts.hpp"

namespace tellfirst::accounts::store {

struct Dates {
    Instant created_at;
    std::optional<Instant> invited_at;
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(Dates, (), (created_at, invited_at, confirmed_at))
[[nodiscard]] std::optional<Dates> dates_of(db::Tx& tx, ContactId id);
[[nodiscard]] std::vector<Instant> sessions_of(db::Tx& tx, ContactId id, Instant now);

[[nodiscard]] bool is_erased(db::Tx& tx, ContactId id);
// Whom the row calls himself from now on.
struct Nobody {
    ContactId id;
    std::string name;
    Email address;
    Instant at;
};
void blank_contact(db::Tx& tx, Nobody const& nobody);
// His sessions and chosen services, too.
void end_links_and_choices(db::Tx& tx, ContactId id);

}  // namespace tellfirst::accounts::store
