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
// Instead of any earlier link of the same person (nobody: of the first owner).
void put_link(
    db::Tx& tx, std::string const& hash, std::optional<PersonId> person, Instant expires_at);
struct Link {
    std::optional<PersonId> person;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Link, (), (person, expires_at))
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
void drop_sessions_unseen_since(db::Tx& tx, Instant moment);

// --- tokens ---
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
