#pragma once
// What is written to the tables of accounts. Reading is in the door (accounts.hpp); both live in
// the files *_store.cpp, the only ones with SQL.
#include "accounts/accounts.hpp"

namespace tellfirst::accounts::store {

// --- plans_store.cpp ---
// False, and nothing written, where the name is taken.
[[nodiscard]] bool add_plan(db::Tx& tx, Plan const& plan);
// False, and nothing written, where the stored plan is not at `seen` any more.
[[nodiscard]] bool change_plan(db::Tx& tx, Plan const& plan, std::int64_t seen);
void add_calendar(db::Tx& tx, Calendar const& calendar);

// --- accounts_store.cpp ---
// Without its contacts; the plan holds from created_at on.
void add_account(db::Tx& tx, Account const& account);
void raise_account_version(db::Tx& tx, AccountId id);

// --- exposure_store.cpp ---
void set_exposure_known(db::Tx& tx, AccountId id, bool known, Instant since);
// The account's own list.
[[nodiscard]] std::vector<ServiceId> exposure_of(db::Tx& tx, AccountId id);
void begin_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant since);
void end_exposure(db::Tx& tx, AccountId id, std::span<ServiceId const> services, Instant until);
void save_rule(db::Tx& tx, PlanServices const& rule);  // its services have rows of their own
void begin_rule(db::Tx& tx, PlanId id, std::span<ServiceId const> services, Instant since);
void end_rule(db::Tx& tx, PlanId id, std::span<ServiceId const> services, Instant until);

// --- contacts_store.cpp ---
// In the order of their ids.
[[nodiscard]] std::vector<Contact> contacts_of(db::Tx& tx, AccountId account);
struct ContactAdd {
    Contact const& contact;
    BrandId brand;
    Instant at;
};
// Answers the id of the row. A prospect of that address becomes this contact and keeps his id;
// nothing where the address is some account's contact already.
[[nodiscard]] std::optional<ContactId> add_contact(db::Tx& tx, ContactAdd const& add);
void set_topics(db::Tx& tx, ContactId id, std::optional<std::vector<Topic>> const& topics);
[[nodiscard]] std::optional<Unreachable> why_unreachable(db::Tx& tx, Email const& address);
void save_unreachable(db::Tx& tx, Email const& address, Unreachable const& why);
void forget_unreachable(db::Tx& tx, Email const& address);

// --- sign_in_store.cpp ---
// A secret as it is kept: who reads our tables cannot sign in with what he finds.
struct Credential {
    db::Blob hash;
    ContactId contact;
    Instant expires;
};
void add_link(db::Tx& tx, Credential const& link);
// Marks the link as spent and answers whose it is; only one caller ever gets an answer.
[[nodiscard]] std::optional<ContactId> spend_link(db::Tx& tx, db::Blob const& hash, Instant now);
// Links that have not expired, spent or not.
[[nodiscard]] std::int64_t count_links(db::Tx& tx, ContactId id, Instant now);
void add_session(db::Tx& tx, Credential const& session);
void end_session(db::Tx& tx, db::Blob const& hash);
[[nodiscard]] std::optional<ContactId>
contact_of_session(db::Tx& tx, db::Blob const& hash, Instant now);
// What this contact cannot use any more.
void forget_expired(db::Tx& tx, ContactId id, Instant now);

// --- brands/store.cpp ---
// False, and nothing written, where the host is taken.
[[nodiscard]] bool add_brand(db::Tx& tx, Brand const& brand);
// Over the version before; false, and nothing written, where another one is stored.
[[nodiscard]] bool save_brand(db::Tx& tx, Brand const& brand);
void keep_logo(db::Tx& tx, BrandId id, Logo const& logo);
void drop_logo(db::Tx& tx, BrandId id);
void remove_brand(db::Tx& tx, BrandId id);
// Enough of those who use a brand to know what to look for; one more says that there are others.
inline constexpr int most_named_users = 3;
[[nodiscard]] std::vector<std::string> names_of_brands_below(db::Tx& tx, BrandId id);
[[nodiscard]] std::vector<std::string> names_of_accounts_of(db::Tx& tx, BrandId id);
[[nodiscard]] std::optional<BrandId> brand_of(db::Tx& tx, ContactId id);
// Contacts without an account.
void pass_prospects_on(db::Tx& tx, BrandId gone, BrandId heir);
// The account's and its contacts'.
void set_brand(db::Tx& tx, AccountId account, BrandId brand);

}  // namespace tellfirst::accounts::store
