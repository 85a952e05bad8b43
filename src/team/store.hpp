#pragma once
// The rows of team. No rule lives here.
#include "team/team.hpp"

namespace tellfirst::team::store {

// --- people ---
void insert(db::Tx& tx, Person const& person);
void save(db::Tx& tx, Person const& person);
[[nodiscard]] std::optional<Person> person(db::Tx& tx, PersonId id);
[[nodiscard]] std::optional<Person> person_by_email(db::Tx& tx, Email const& email);
[[nodiscard]] std::vector<Person> people(db::Tx& tx, std::optional<PersonId> after, int limit);
// Not disabled, the oldest first.
[[nodiscard]] std::vector<Person> owners(db::Tx& tx);
[[nodiscard]] std::optional<std::string> password_hash(db::Tx& tx, PersonId id);
void set_password_hash(db::Tx& tx, PersonId id, std::string_view hash);

// --- one-time links; hashes are 32 raw bytes ---
struct Link {
    std::optional<PersonId> person;
    bool enters = false;  // it signs in as it is opened; else it shows the form for a password
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Link, (), (person, enters, expires_at))
// Instead of any earlier link of the same person (nobody: of the first owner).
void put_link(db::Tx& tx, std::string const& hash, Link const& link);
[[nodiscard]] std::optional<Link> link(db::Tx& tx, std::string const& hash);
// Answers whether it was still there: of two who spend it at once, one gets true.
[[nodiscard]] bool take_link(db::Tx& tx, std::string const& hash);
void drop_link_of(db::Tx& tx, PersonId person);

// --- sessions ---
struct Session {
    SessionId id;
    PersonId person;
    Role role = Role::agent;
    bool disabled = false;  // the person
    Instant created_at;
    Instant last_seen_at;
};
BOOST_DESCRIBE_STRUCT(Session, (), (id, person, role, disabled, created_at, last_seen_at))
void insert_session(
    db::Tx& tx, SessionId id, std::string const& hash, PersonId person, Instant now);
[[nodiscard]] std::optional<Session> session(db::Tx& tx, std::string const& hash);
void touch_session(db::Tx& tx, SessionId id, Instant now);
void end_session(db::Tx& tx, std::string const& hash);
void end_sessions_of(db::Tx& tx, PersonId person);
void end_other_sessions_of(db::Tx& tx, PersonId person, std::string const& hash);
void drop_sessions_unseen_since(db::Tx& tx, Instant moment);

// --- second factors (second_factor_store.cpp) ---
struct SecondFactor {
    db::Blob secret;             // encrypted
    std::int64_t last_step = 0;  // of the newest code that was accepted
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (), (secret, last_step))
// Instead of an earlier one.
void put_second_factor(db::Tx& tx, PersonId person, SecondFactor const& factor);
[[nodiscard]] std::optional<SecondFactor> second_factor(db::Tx& tx, PersonId person);
// Answers whether no code of this step or a later one was accepted before.
[[nodiscard]] bool take_step(db::Tx& tx, PersonId person, std::int64_t step);
// With its recovery codes.
void drop_second_factor(db::Tx& tx, PersonId person);
// Instead of all earlier ones; hashes are 32 raw bytes.
void put_recovery_codes(db::Tx& tx, PersonId person, std::vector<std::string> const& hashes);
[[nodiscard]] bool take_recovery_code(db::Tx& tx, PersonId person, std::string const& hash);
[[nodiscard]] std::int64_t recovery_codes_left(db::Tx& tx, PersonId person);

// --- tokens (tokens_store.cpp) ---
struct StoredToken {
    TokenId id;
    std::string name;
    Role role = Role::agent;
    std::optional<std::vector<Right>> narrowed;
    std::optional<PersonId> made_by;
    Instant created_at;
    Instant expires_at;
    std::optional<Instant> revoked_at;
};
BOOST_DESCRIBE_STRUCT(
    StoredToken, (), (id, name, role, narrowed, made_by, created_at, expires_at, revoked_at))
void insert_token(db::Tx& tx, StoredToken const& token, std::string const& hash);
[[nodiscard]] std::optional<StoredToken> token(db::Tx& tx, TokenId id);
[[nodiscard]] std::optional<StoredToken> token_by_hash(db::Tx& tx, std::string const& hash);
// Newest first; of one maker, or of all.
[[nodiscard]] std::vector<StoredToken>
tokens(db::Tx& tx, std::optional<PersonId> made_by, std::optional<TokenId> after, int limit);
void revoke(db::Tx& tx, TokenId id, Instant now);
void revoke_tokens_of(db::Tx& tx, PersonId maker, Instant now);

// --- roster ---
void set_roster(db::Tx& tx, std::vector<PersonId> const& people);
[[nodiscard]] std::vector<PersonId> roster(db::Tx& tx);
[[nodiscard]] std::optional<Person> first_on_roster(db::Tx& tx);

// --- sign-in attempts ---
void drop_attempts_before(db::Tx& tx, Instant moment);
// Counts one more and answers how many it makes, and since when.
struct Tries {
    std::int64_t tries = 0;
    Instant since;
};
BOOST_DESCRIBE_STRUCT(Tries, (), (tries, since))
[[nodiscard]] Tries count_attempt(db::Tx& tx, std::string const& key, Instant now);
void forget_attempt(db::Tx& tx, std::string const& key);  // one of them
void forget_attempts(db::Tx& tx, std::string const& key);

}  // namespace tellfirst::team::store
