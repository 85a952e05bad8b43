#pragma once
// The door of accounts: who the customers are. Plans, contacts, exposure, topics, brands.
#include "accounts/brands/brands.hpp"
#include "accounts/critical_dates.hpp"
#include "accounts/oneself/oneself.hpp"
#include "accounts/preferences/preferences.hpp"
#include "accounts/subscribing/subscribing.hpp"
#include "accounts/types.hpp"
#include "db/db.hpp"

namespace tellfirst::http {
class Table;
}

namespace tellfirst::accounts {

// --- plans and calendars (dated: `terms_at` answers what was sold on a day) ---
[[nodiscard]] Result<Plan> add_plan(Call& call, NewPlan const& wish);
// A new version of the terms from now on; the old one stays. `version` from If-Match.
[[nodiscard]] Result<Plan>
change_plan(Call& call, PlanId id, NewPlan const& wish, std::optional<std::int64_t> version);
[[nodiscard]] std::optional<Plan> find_plan(db::Tx& tx, PlanId id);
[[nodiscard]] std::optional<Plan> find_plan_named(db::Tx& tx, std::string_view name);
[[nodiscard]] std::optional<PlanTerms> terms_at(db::Tx& tx, PlanId id, Instant at);
[[nodiscard]] std::vector<Plan> plans(db::Tx& tx, std::optional<PlanId> after, int limit);
[[nodiscard]] Result<Calendar> add_calendar(Call& call, NewCalendar const& wish);
[[nodiscard]] std::optional<Calendar> find_calendar(db::Tx& tx, CalendarId id);
// There is always one: Monday to Friday, 9 to 18, Etc/UTC, until the operator changes it.
[[nodiscard]] Calendar default_calendar(db::Tx& tx);
[[nodiscard]] std::vector<Calendar>
calendars(db::Tx& tx, std::optional<CalendarId> after, int limit);
// An IANA zone that this machine knows ("Europe/Berlin").
[[nodiscard]] bool is_known_zone(std::string_view zone);

// --- accounts and contacts ---
// Errors account.needs_name, plan.not_found (field plan), contact.email_taken
// ("contacts[2].email").
[[nodiscard]] Result<Account> add_account(Call& call, NewAccount const& wish);
[[nodiscard]] std::optional<Account> find_account(db::Tx& tx, AccountId id);
// Accounts of which the name, or a contact's name or address, holds the text (case and accents make
// no difference); by name, then id. `after` is the last id of the page before.
struct AccountSearch {
    std::string_view text = {};
    std::optional<PlanId> plan = {};
    std::optional<AccountId> after = {};
    int limit = 50;
};
[[nodiscard]] std::vector<AccountRow> list_accounts(db::Tx& tx, AccountSearch const& search);
// The plan that the account is on, as its terms stand at that moment.
[[nodiscard]] std::optional<PlanTerms> terms_of(db::Tx& tx, AccountId id, Instant at);
// All that held in [from, to), in order: the first as it stood at `from`, or at the beginning.
struct DatedTerms {
    Instant since;
    PlanTerms terms;
};
[[nodiscard]] std::vector<DatedTerms>
terms_during(db::Tx& tx, AccountId id, Instant from, Instant to);
// All that it used in [from, to), in order: its own list and its plan's rule; absent where neither
// was known.
struct DatedUses {
    Instant since;
    std::optional<std::vector<ServiceId>> services;
    bool operator==(DatedUses const&) const = default;
};
[[nodiscard]] std::vector<DatedUses>
uses_during(db::Tx& tx, AccountId id, Instant from, Instant to);
// The account's own list.
[[nodiscard]] Result<Account>
change_exposure(Call& call, AccountId id, std::optional<std::vector<ServiceId>> services);
// A rule: all accounts on the plan use these, too, and their exposure counts as known. None: no
// rule any more. Errors plan.not_found, plan.too_many_services.
[[nodiscard]] Result<PlanServices> change_exposure_of_plan(
    Call& call, PlanId id, std::vector<ServiceId> const& services,
    std::optional<std::int64_t> version = std::nullopt);
[[nodiscard]] std::optional<PlanServices> find_rule(db::Tx& tx, PlanId id);
[[nodiscard]] std::vector<ServiceId> services_of_plan(db::Tx& tx, PlanId id);
// On which plans somebody uses what, now: a row for each plan and service, and one without service
// for each plan on which somebody uses nobody knows what.
struct PlanUse {
    PlanId plan;
    std::optional<ServiceId> service;
    auto operator<=>(PlanUse const&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlanUse, (), (plan, service))
[[nodiscard]] std::vector<PlanUse> plan_uses(db::Tx& tx);
[[nodiscard]] Result<Contact> add_contact(Call& call, AccountId account, NewContact const& wish);
[[nodiscard]] std::optional<Contact> find_contact(db::Tx& tx, ContactId id);
[[nodiscard]] std::optional<Contact> find_contact_by_email(db::Tx& tx, Email const& email);
// Somebody who wrote to us and is nobody's contact yet: a contact without an account, until
// add_account or add_contact names his address. He hears from the brand that he wrote to. Whoever
// is known already is answered as he is.
[[nodiscard]] Contact
add_prospect(Call& call, std::string_view name, Email const& email, BrandId brand);
// Nothing = back to the plan's default.
[[nodiscard]] Result<Contact>
choose_topics(Call& call, ContactId id, std::optional<std::vector<Topic>> topics);
// Can this address be reached by mail for many? Whoever decides that (notify) says it here, so that
// it stands with the contact who has the address now or later. Nothing: it can.
void set_unreachable(Call& call, Email const& address, std::optional<Unreachable> const& why);
// Is this account exposed to any of these services? Unknown exposure counts as exposed.
[[nodiscard]] bool is_exposed(db::Tx& tx, AccountId id, std::vector<ServiceId> const& services);

// --- a contact's sign-in: a mailed link that works once, for 15 minutes ---
[[nodiscard]] std::string make_sign_in_link_secret(Call& call, ContactId id);
// How many were made for him in the last 15 minutes, spent ones included.
[[nodiscard]] std::int64_t sign_in_links_made(Call& call, ContactId id);
// Spends the link and opens a session; error link.spent (401) for any link that does not work.
struct SignedIn {
    ContactId contact;
    std::string session_secret;
};
[[nodiscard]] Result<SignedIn> spend_sign_in_link(Call& call, std::string_view secret);
[[nodiscard]] std::optional<ContactId> contact_of_session(Call& call, std::string_view secret);
void end_contact_session(Call& call, std::string_view secret);
inline constexpr std::chrono::days contact_session_life{30};

// --- import ---
// Reads a whole CSV of accounts; `service_named` answers the id of a service, if there is one.
// Nothing is written by looking. Header: account,plan,contact,email,services,topics,language,zone
// (services and topics separated by ";", empty services = unknown exposure, "none" = none).
[[nodiscard]] ImportPreview look_at_csv(
    db::Tx& tx, std::string_view csv,
    std::function<std::optional<ServiceId>(std::string_view)> const& service_named);
// Writes all of it in this one transaction, or nothing: error import.has_errors.
[[nodiscard]] Result<ImportDone> import_csv(Call& call, ImportPreview const& preview);

// May somebody be said to use these, besides what he is said to use already? Services are known to
// a room above, which hands this in. Fields are "services[1]".
using CheckServices = std::function<Result<void>(
    db::Tx& tx, std::span<ServiceId const> services, std::span<ServiceId const> held)>;

// Plans, calendars, accounts, contacts, exposure, topics, brand.
void add_routes(http::Table& table, CheckServices const& check_services);

}  // namespace tellfirst::accounts
